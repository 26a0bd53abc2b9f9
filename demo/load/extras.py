"""What is sold beside goods in boxes: cable by the metre, a service, software with keys; and the channels of the shop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.core.files.base import ContentFile

from demo.catalog.extras import CHANNELS, EXTRAS
from demo.load.base import Base, converted
from demo.load.goods import LANGUAGES, Goods, identity
from truso.kernel.identifiers import normalize_code, slugify
from truso.kernel.references import Reference
from truso.modules.catalog.completeness import measure_products
from truso.modules.catalog.models import (
    Assortment,
    AssortmentVariant,
    Channel,
    ChannelText,
    Product,
    ProductPicture,
    ProductStatus,
    ProductText,
    Requirement,
    Variant,
)
from truso.modules.digital.operations import add_file, add_keys
from truso.modules.inventory.operations import receive_stock
from truso.modules.pricing.models import ConsumerPrice, Price, PriceList

KEYS = 40


def load_extras(*, now: datetime, base: Base, goods: Goods) -> None:
    """Write the extras with prices and stock, then the channels with what they ask for."""
    variants = {}
    for spec in EXTRAS:
        category, picture = goods.categories[spec.category], goods.categories[spec.category].picture
        if spec.like:
            picture = goods.pictures[next(one.picture for one in goods.catalog.products if one.code == spec.like)]
        if category.family is None or picture is None:
            raise LookupError(f"{spec.category} has no family or no picture")
        product = Product.objects.create(
            uuid=identity("product", spec.code), code=spec.code, family=category.family, category=category, brand=goods.brands[spec.brand],
            tax_class=base.tax_class, status=ProductStatus.ACTIVE, published_at=now, updated_at=now,
        )  # fmt: skip
        ProductText.objects.bulk_create(
            ProductText(
                product=product, language=language, name=spec.names[language], slug=slugify(spec.names[language]),
                summary=spec.summary[language], description=spec.detail[language],
            )
            for language in LANGUAGES
        )  # fmt: skip
        ProductPicture.objects.create(product=product, picture=picture, position=0)
        variants[spec.code] = Variant.objects.create(
            uuid=identity("variant", spec.sku), product=product, sku=spec.sku, sku_normalized=normalize_code(spec.sku), **spec.fields
        )  # fmt: skip
    _prices(now, base, variants)
    private = Assortment.objects.get(code="private")
    AssortmentVariant.objects.bulk_create(
        AssortmentVariant(assortment=private, variant=variant) for variant in variants.values()
    )
    receive_stock(
        location_id=base.locations[0].pk, subject=Reference("receipt", identity("receipt", "cable")),
        lines=[(variants["cable-3g15"].pk, Decimal(640))],
    )  # fmt: skip
    _software(variants["bolt-calculator"])
    _channels(private, goods)


def _prices(now: datetime, base: Base, variants: Mapping[str, Variant]) -> None:
    for code, market in base.markets.items():
        listed = PriceList.objects.get(code=f"list-{code}")
        factor, vat = base.specs[code].price_factor, base.specs[code].vat_percent
        for spec in EXTRAS:
            amount = converted(Decimal(str(spec.price)), factor, vat)
            Price.objects.create(price_list=listed, variant=variants[spec.code], amount=amount)
            ConsumerPrice.objects.create(market=market, variant=variants[spec.code], amount=amount, from_at=now)


def _software(variant: Variant) -> None:
    keys = [f"NHBK-{identity('key', str(number)).hex[:16].upper()}" for number in range(KEYS)]
    add_keys(variant=variant, texts=keys, added_by_id=None)
    handbook = "Bolt calculator\n\nEnter thread, strength class and friction; read preload and tightening torque.\n"
    add_file(variant=variant, upload=ContentFile(handbook.encode()), name="bolt-calculator-handbook.txt", version="3.2")


def _channels(private: Assortment, goods: Goods) -> None:
    """The shop of trades in full, the shop of private people reduced and in plainer words, and a feed nobody sees."""
    shops = [
        Channel(
            uuid=identity("channel", code), code=code, names=names, audience=audience, languages=list(languages),
            position=place, is_shop=is_shop,
        )
        for place, (code, names, audience, languages, is_shop) in enumerate(CHANNELS)
    ]  # fmt: skip
    Channel.objects.bulk_create(shops)
    Channel.objects.filter(code="feed").update(assortment=private)
    asked = [
        ("text:name", 3),
        ("text:summary", 1),
        ("text:description", 2),
        ("picture", 2),
        ("price", 3),
        ("document:data_sheet", 1),
    ]
    Requirement.objects.bulk_create(
        [Requirement(item=item, weight=weight) for item, weight in asked]
        + [Requirement(item="gtin", weight=2, channel=channel) for channel in Channel.objects.filter(code="feed")]
    )
    sharpened = Product.objects.get(code="sharpening")
    ChannelText.objects.create(
        product=sharpened, channel=Channel.objects.get(code="private"), language="nb",
        name="Sliping av sagblad", summary="Sløvt sagblad? Vi sliper det for deg.",
    )  # fmt: skip
    measure_products(product_ids=list(Product.objects.values_list("pk", flat=True)))
