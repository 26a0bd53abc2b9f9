"""How complete products are: a product's own page, what is said of it per channel, and the work lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.completeness_words import in_words, item_names, name_of, place_of
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.lists.catalog import name_of as product_name
from truso.backoffice.lists.catalog import named
from truso.backoffice.pages import page
from truso.kernel.refusals import refuse
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.completeness import completeness_of, save_channel_texts
from truso.modules.catalog.models import Channel, ChannelText, Product
from truso.platform.shortlived import short_lived

FIELDS = ("name", "summary", "description")
# What lacks how often: read from all products of a channel at once, so it is remembered for a while.
_COUNTS = """
select m, count(*) from catalog_completeness k join catalog_product p on p.id = k.product_id and p.status <> 'discontinued', unnest(k.missing) m
where k.channel_id = %s group by m order by count(*) desc, m limit 300
"""


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def product_channels(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show how complete a product is in each channel and where the rest is filled in; write its words per channel."""
    product = Product.objects.filter(uuid=uuid).first()
    if product is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_product")
    channels = list(Channel.objects.all())
    problems: list[str] = []
    if request.method == "POST":
        channel = next((one for one in channels if str(one.uuid) == request.POST.get("channel")), None)
        if not can_change:
            raise Http404
        words = {code: {name: request.POST.get(f"{name}_{code}", "")[:20_000] for name in FIELDS} for code in LANGUAGES}

        def save() -> None:
            if channel is None:
                raise refuse("channel_unknown", "channel")
            save_channel_texts(product=product, channel=channel, texts=words)

        problems = act_once(request, save, done=_("The words of the channel are saved."))
        if not problems:
            return redirect("backoffice:product_channels", uuid=uuid)
    context = {
        "product": product, "part": "channels", "problems": problems, "can_change": can_change, "measured": _measured(product),
        "channels": _texts(product, channels),
    }  # fmt: skip
    title = product_name(named(Product.objects.filter(pk=product.pk), "pk").get()) or product.code
    return page(
        request,
        "product_channels.html",
        title,
        [(_("Products"), "staff_products:index")],
        context,
        422 if problems else 200,
    )


def _measured(product: Product) -> list[dict[str, Any]]:
    return [
        {
            "channel": row.channel, "scores": [(LANGUAGE_NAMES.get(code, code), score) for code, score in sorted(row.scores.items())],
            "is_closed": row.is_closed, "missing": [(words, place_of(item, product.uuid)) for item, words in in_words(row.missing)],
        }
        for row in completeness_of(product.pk)
    ]  # fmt: skip


def _texts(product: Product, channels: Sequence[Channel]) -> list[dict[str, Any]]:
    """Return, per channel, its languages with what it says and what is said otherwise."""
    common = {text.language: text for text in product.texts.all()}
    own = {(text.channel_id, text.language): text for text in ChannelText.objects.filter(product=product)}
    return [
        {
            "channel": channel,
            "has_texts": any((channel.pk, code) in own for code in channel.languages),
            "languages": [
                {
                    "code": code, "name": LANGUAGE_NAMES.get(code, code),
                    "fields": [(name, label, getattr(own.get((channel.pk, code)), name, ""), getattr(common.get(code), name, "")) for name, label in _labels()],
                }
                for code in channel.languages
            ],
        }
        for channel in channels
    ]  # fmt: skip


def _labels() -> list[tuple[str, str]]:
    return [("name", _("Name")), ("summary", _("Summary")), ("description", _("Description"))]


@staff_screen("catalog.view_product", "GET", "HEAD")
def work_lists(request: HttpRequest) -> HttpResponse:
    """Show what products lack, the most frequent first; each leads to the products that lack it."""
    channels = list(Channel.objects.all())
    chosen = next(
        (one for one in channels if one.code == request.GET.get("channel")), channels[0] if channels else None
    )
    names = item_names()
    rows = [(item, name_of(item, names), count) for item, count in _counts(chosen.pk)] if chosen else []
    context = {"channels": channels, "chosen": chosen, "rows": rows}
    return page(request, "work_lists.html", _("Work lists"), [], context)


@short_lived(seconds=60)
def _counts(channel_id: int) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, [channel_id])
        return list(cursor.fetchall())
