"""Write the demo's own pages: the two home pages, guides and information, in four languages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from demo.catalog.texts import same
from demo.catalog.values import PictureSpec, Texts
from demo.load.base import Base
from demo.load.goods import LANGUAGES, identity
from demo.load.words import ARTICLES, FACTS, HERO_CAMPAIGN, HERO_TRADE, HERO_WORKWEAR, TEASER, TITLES
from demo.pictures import draw
from truso.modules.catalog.models import Picture
from truso.modules.content.models import Article, HomeContent

WIDTH, HEIGHT = 1600, 700
# What the consumers' home page shows of every department.
WEEKEND = (
    "drill-driver-18v", "screw-deck-coated", "glove-assembly", "tape-measure", "jacket-softshell", "stepladder", "sealant-ms",
    "assortment-box",
)  # fmt: skip
SCENES = ("hero_consumer", "hero_trade", "banner_workwear")


def load_content(*, now: datetime, base: Base) -> None:
    """Write home pages per market, audience and language, and the articles."""
    pictures = {name: _scene(name) for name in SCENES}
    HomeContent.objects.bulk_create(
        HomeContent(
            market=market,
            audience=audience,
            language=language,
            blocks=json.dumps(_blocks(audience, language, pictures)),
        )
        for market in base.markets.values()
        for audience in HomeContent.Audience.values
        for language in LANGUAGES
    )
    Article.objects.bulk_create(
        Article(
            kind=kind, language=language, slug=slug, title=title[language], summary=summary[language],
            blocks=json.dumps([_block("text", body[language], slug)]), published_at=now - timedelta(days=90),
        )
        for kind, slug, title, summary, body in ARTICLES
        for language in LANGUAGES
    )  # fmt: skip


def _scene(name: str) -> str:
    """Write a wide picture and return what content calls it: its UUID."""
    svg = draw(PictureSpec(name, (), same("Nordhavn Handel"))).encode()
    digest = hashlib.sha256(svg).hexdigest()
    path = f"pictures/{digest[:24]}.svg"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(svg))
    picture = Picture.objects.create(
        uuid=identity("picture", digest), file=path, content_type="image/svg+xml", width=WIDTH, height=HEIGHT, sha256=digest,
        alternative_texts=dict.fromkeys(LANGUAGES, ""),
    )  # fmt: skip
    return str(picture.uuid)


def _blocks(audience: str, language: str, pictures: Mapping[str, str]) -> list[dict[str, Any]]:
    workwear = _hero(HERO_WORKWEAR, language, pictures["banner_workwear"], "category:workwear")
    if audience == HomeContent.Audience.COMPANY:
        trade = _hero(HERO_TRADE, language, pictures["hero_trade"], "category:fasteners")
        return [
            _block("carousel", [_item(trade, 1), _item(workwear, 2)], "carousel"),
            _block("products", {"title": TITLES["new"][language], "rule": "new", "codes": []}, "new"),
            _block("categories", {"title": TITLES["categories"][language], "codes": []}, "categories"),
        ]
    campaign = {**_hero(HERO_CAMPAIGN, language, pictures["hero_consumer"], "category:power-tools"), "tone": "campaign"}
    facts = [
        _item({"icon": icon, "title": title[language], "text": text[language]}, place)
        for place, (icon, title, text) in enumerate(FACTS)
    ]
    return [
        _block("carousel", [_item(campaign, 1), _item(workwear, 2)], "carousel"),
        _block("facts", {"facts": facts}, "facts"),
        _block("categories", {"title": TITLES["categories"][language], "codes": []}, "categories"),
        _block("products", {"title": TITLES["campaign"][language], "rule": "campaign", "codes": []}, "campaign"),
        _block(
            "teaser",
            {
                **{key: text[language] for key, text in TEASER.items()},
                "picture": "wood-screws",
                "link": "guide:choose-screw",
            },
            "teaser",
        ),
        _block("products", {"title": TITLES["weekend"][language], "rule": "chosen", "codes": list(WEEKEND)}, "weekend"),
    ]


def _hero(words: Mapping[str, Texts], language: str, picture: str, link: str) -> dict[str, Any]:
    return {**{key: text[language] for key, text in words.items()}, "picture": picture, "link": link, "tone": "plain"}


def _block(kind: str, value: Any, name: str) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(identity("block", name))}


def _item(value: Any, place: int) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": str(identity("item", str(place)))}
