"""Products and articles: look and change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.attribute_fields import attributes_of
from truso.backoffice.pages import page
from truso.backoffice.product_forms import ProductForm, VariantForm
from truso.backoffice.words import language
from truso.kernel.texts import in_language
from truso.modules.catalog.bundles import contents_of
from truso.modules.catalog.models import Product, Variant
from truso.modules.catalog.operations import save_product
from truso.modules.catalog.variants import save_variant
from truso.modules.inventory.models import StockItem
from truso.modules.pricing.models import Price, PriceList


@staff_screen("catalog.view_product", "GET", "HEAD", "POST")
def show_product(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a product, and change it for those who may."""
    product = Product.objects.filter(uuid=uuid).select_related("family", "category", "brand", "tax_class").first()
    if product is None:
        raise Http404
    return _edit_product(request, product, may="catalog.change_product")


@staff_screen("catalog.add_product", "GET", "HEAD", "POST")
def new_product(request: HttpRequest) -> HttpResponse:
    """Begin a product; its attributes follow once its family is known."""
    return _edit_product(request, Product(), may="catalog.add_product")


def _edit_product(request: HttpRequest, product: Product, *, may: str) -> HttpResponse:
    can_change = request.user.has_perm(may)
    if request.method == "POST" and not can_change:
        raise Http404
    form = ProductForm(request.POST or None, instance=product)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        product.attributes = attributes_of(form, product.attributes)
        problems = act_once(
            request, lambda: save_product(product=product, texts=form.texts()), done=_("The product is saved.")
        )
        if not problems:
            return redirect("backoffice:product", uuid=product.uuid)
    variants = list(product.variants.all()) if product.pk else []
    context = {
        "product": product,
        "form": form,
        "problems": problems,
        "can_change": can_change,
        "variants": _with_prices(variants),
        "lists": _lists(variants),
    }
    name = (
        in_language({text.language: text.name for text in product.texts.all()}, language())
        if product.pk
        else _("New product")
    )
    status = 422 if problems or form.errors else 200
    return page(request, "product.html", name or product.code, _trail(), context, status)


def _trail() -> list[tuple[str, str]]:
    return [(_("Products"), "staff_products:index")]


def _prices(variants: list[Variant]) -> list[Price]:
    rows = Price.objects.filter(variant__in=variants, price_list__kind="market", price_list__is_active=True)
    return list(rows.select_related("price_list").order_by("price_list__code", "minimum_quantity"))


def _lists(variants: list[Variant]) -> list[Any]:
    """Return the list-price lists that hold a price of one of the articles."""
    return list({price.price_list_id: price.price_list for price in _prices(variants)}.values())


def _with_prices(variants: list[Variant]) -> list[dict[str, Any]]:
    """Return each article with its first price per list and what is on hand, all lists in the same order."""
    prices: dict[tuple[int, int], Price] = {}
    for price in _prices(variants):
        prices.setdefault((price.variant_id, price.price_list_id), price)
    order = list(dict.fromkeys(price.price_list_id for price in _prices(variants)))
    stock: dict[int, Any] = {}
    for item in StockItem.objects.filter(variant__in=variants):
        stock[item.variant_id] = stock.get(item.variant_id, 0) + item.on_hand - item.reserved
    return [
        {
            "variant": variant,
            "prices": [prices.get((variant.pk, one)) for one in order],
            "available": stock.get(variant.pk) if variant.is_stocked else None,
        }
        for variant in variants
    ]


@staff_screen("catalog.view_variant", "GET", "HEAD", "POST")
def show_variant(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show an article with its prices and stock, and change it for those who may."""
    variant = Variant.objects.filter(uuid=uuid).select_related("product", "product__family").first()
    if variant is None:
        raise Http404
    return _edit_variant(request, variant, may="catalog.change_variant")


@staff_screen("catalog.add_variant", "GET", "HEAD", "POST")
def new_variant(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Add an article to a product."""
    product = Product.objects.filter(uuid=uuid).select_related("family").first()
    if product is None:
        raise Http404
    return _edit_variant(request, Variant(product=product), may="catalog.add_variant")


def _own_prices(request: HttpRequest, variant: Variant) -> list[Price]:
    """Return an article's prices; what it costs the house is among them for those who may see costs."""
    if not variant.pk:
        return []
    prices = Price.objects.filter(variant=variant).select_related("price_list")
    if not request.user.has_perm("pricing.view_costlist"):
        prices = prices.exclude(price_list__kind=PriceList.Kind.COST)
    return list(prices.order_by("price_list__kind", "price_list__code", "minimum_quantity")[:100])


def _edit_variant(request: HttpRequest, variant: Variant, *, may: str) -> HttpResponse:
    can_change = request.user.has_perm(may)
    if request.method == "POST" and not can_change:
        raise Http404
    form = VariantForm(request.POST or None, instance=variant)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        variant.attributes = attributes_of(form, variant.attributes)
        problems = act_once(request, lambda: save_variant(variant=variant), done=_("The article is saved."))
        if not problems:
            return redirect("backoffice:product", uuid=variant.product.uuid)
    context = {
        "variant": variant,
        "form": form,
        "problems": problems,
        "can_change": can_change,
        "prices": _own_prices(request, variant),
        "packaging": list(variant.packaging.all()) if variant.pk else [],
        "bundle": contents_of([variant.pk], language()).get(variant.pk, ()) if variant.pk else (),
        "stock": list(StockItem.objects.filter(variant=variant).select_related("location")) if variant.pk else [],
    }
    title = variant.sku or _("New article")
    status = 422 if problems or form.errors else 200
    return page(request, "variant.html", title, _trail(), context, status)
