"""Other shops' files through the importer as it is: mappings a merchant saves, and no code for any of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.factories import Shop
from truso.modules.catalog.models import Attribute, Brand, Category, Family, FamilyAttribute, Product, Variant
from truso.modules.customers.models import Customer
from truso.modules.inventory.models import StockItem
from truso.modules.pricing.models import Price
from truso.platform.imports.models import ImportProfile, ImportRow, ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, create_run, save_profile, set_mapping, set_reading
from truso.platform.imports.running import work_on

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(),
    reason="needs the sample files of other shops (../shared/data), which are not part of the project",
)


def bring(
    target: str, name: str, mapping: Mapping[str, str], *, reading: Mapping[str, Any] | None = None, **options: str
) -> ImportRun:
    """Import a file by a mapping, save it under the file's name, and import the file again by what was saved."""
    first = _import(target, name, mapping, reading, options)
    save_profile(run_uuid=first.uuid, name=name)
    again = _import(target, name, None, None, None)
    assert again.profile == ImportProfile.objects.get(name=name)
    written = first.counts["new"] + first.counts["changed"] + first.counts["same"]
    assert again.counts == {"new": 0, "changed": 0, "same": written, "refused": first.counts["refused"]}
    return first


def _import(
    target: str, name: str, mapping: Mapping[str, str] | None, reading: Mapping[str, Any] | None, options: Any
) -> ImportRun:
    with (DATA / name).open("rb") as file:
        run = create_run(target=target, file=file, file_name=name, by="Kari")
    if reading:
        run = set_reading(run_uuid=run.uuid, reading=reading)
    if mapping is not None:
        run = set_mapping(run_uuid=run.uuid, mapping=mapping, options=options)
    ask_trial(run_uuid=run.uuid)
    work_on(run.uuid)
    ask_import(run_uuid=run.uuid)
    work_on(run.uuid)
    done = ImportRun.objects.get(pk=run.pk)
    assert done.state == "applied"
    return done


def refused(run: ImportRun) -> dict[str, list[str]]:
    rows = ImportRow.objects.filter(run=run, kind="refused", is_trial=False).order_by("number")
    return {row.key: sorted({f"{why['code']}:{why['subject']}" for why in row.reasons}) for row in rows}


def test_northwind(shop: Shop) -> None:
    bring(
        "categories",
        "northwind/Categories.csv",
        {"CategoryID": "code", "CategoryName": "name:en", "Description": "intro:en"},
    )
    bring("brands", "northwind/Suppliers.csv", {"SupplierID": "code", "CompanyName": "name"})
    goods = bring(
        "products", "northwind/Products.csv",
        {
            "ProductID": "sku", "ProductName": "text:en:name", "SupplierID": "brand", "CategoryID": "category", "QuantityPerUnit": "text:en:summary",
            "UnitPrice": "list_price", "UnitsInStock": "stock", "Discontinued": "status",
        },
        family=shop.family.code, tax_class="standard", price_list="no-list", location="main", language="en",
        **{"words:Discontinued": "0=active; 1=discontinued"},
    )  # fmt: skip
    customers = bring(
        "customers", "northwind/Customers.csv",
        {
            "CustomerID": "number", "CompanyName": "name", "ContactName": "delivery:contact", "Address": "delivery:street", "City": "delivery:city",
            "PostalCode": "delivery:postcode", "Country": "delivery:country", "Phone": "phone",
        },
    )  # fmt: skip

    assert (goods.counts["new"], goods.counts["refused"]) == (77, 0)
    chai = Variant.objects.get(sku="1")
    assert (chai.product.category.names["en"], chai.product.brand.name) == ("Beverages", "Exotic Liquids")
    assert (Price.objects.get(variant=chai).amount, StockItem.objects.get(variant=chai).on_hand) == (18, 39)
    assert Variant.objects.filter(status="discontinued").count() == 8
    assert (customers.counts["new"], customers.counts["refused"]) == (91, 0)
    assert Customer.objects.get(number="HUNGO").addresses.get().country == "IE"


def test_adventureworks(shop: Shop) -> None:
    Category.objects.create(code="parts", names={"en": "Parts"})
    color = Attribute.objects.create(
        code="colour", type="choice", names={"en": "Colour"},
        choices=[{"code": one.lower(), "names": {"en": one}} for one in ("Black", "Blue", "Grey", "Multi", "Red", "Silver", "Silver/Black", "White", "Yellow")],
    )  # fmt: skip
    days = Attribute.objects.create(code="days", type="number", names={"en": "Days to make"})
    for attribute in (color, days):
        FamilyAttribute.objects.create(family=shop.family, attribute=attribute)
    bring(
        "categories",
        "adventureworks/DimProductCategory.csv.gz",
        {"ProductCategoryKey": "code", "EnglishProductCategoryName": "name:en"},
    )
    goods = bring(
        "products", "adventureworks/DimProduct.csv.gz",
        {
            "ProductAlternateKey": "sku", "EnglishProductName": "text:en:name", "EnglishDescription": "text:en:description",
            "ListPrice": "list_price", "Color": "attribute:colour", "DaysToManufacture": "attribute:days", "ModelName": "text:en:summary",
        },
        family=shop.family.code, category="parts", brand="AdventureWorks", tax_class="standard", price_list="no-list", language="en",
        only="Status=Current", **{"words:Color": "NA="},
    )  # fmt: skip
    resellers = bring(
        "customers",
        "adventureworks/DimReseller.csv.gz",
        {"ResellerAlternateKey": "number", "ResellerName": "name", "Phone": "phone"},
    )

    # 606 rows, of which 200 are what goods cost before; the rest is one row a number.
    assert refused(goods) == {}
    assert (goods.counts["new"], Product.objects.count()) == (406, 406)
    assert Variant.objects.get(sku="BK-R89R-58").product.attributes == {"colour": "red", "days": "4"}
    assert Price.objects.get(variant__sku="BK-R89R-58").amount == Decimal("2443.35")
    assert (resellers.counts["new"], resellers.counts["refused"]) == (701, 0)


@pytest.mark.parametrize(
    ("name", "mapping"),
    [
        (
            "bmecat/bmecat12_new_catalog.golden.xml",
            {"SUPPLIER_AID": "sku", "ARTICLE_DETAILS/DESCRIPTION_SHORT": "text:en:name", "ARTICLE_DETAILS/EAN": "gtin"},
        ),
        (
            "bmecat/bmecat2005_new_catalog.golden.xml",
            {"SUPPLIER_PID": "sku", "PRODUCT_DETAILS/DESCRIPTION_SHORT": "text:en:name", "PRODUCT_DETAILS/INTERNATIONAL_PID[type=gtin]": "gtin"},
        ),
    ],
)  # fmt: skip
def test_bmecat(shop: Shop, name: str, mapping: dict[str, str]) -> None:
    # The sample's GTIN has a wrong check digit: the row is refused for it, and comes in once the column is left out.
    tried = _import(
        "products",
        name,
        mapping,
        None,
        {"family": shop.family.code, "category": "goods", "brand": "Supplier", "language": "en"},
    )
    assert refused(tried) == {"1000": ["gtin_invalid:gtin"]}

    mapping = {column: field for column, field in mapping.items() if field != "gtin"}
    run = bring(
        "products",
        name,
        mapping,
        family=shop.family.code,
        category="goods",
        brand="Supplier",
        tax_class="standard",
        language="en",
    )

    assert refused(run) == {}
    assert run.counts["new"] == Variant.objects.count() > 0
    assert Brand.objects.filter(name="Supplier").count() == 1
    assert Family.objects.count() == 1
