"""A field that belongs to one source is left alone by all others: programs, files, forms, bulk edits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.api.conftest import Caller, key_for
from tests.backoffice.conftest import Sign, send, staff_person, told
from tests.factories import Shop
from truso.backoffice.roles import ensure_roles
from truso.kernel.refusals import Refused
from truso.modules.catalog.models import Variant
from truso.modules.identity.models import ApiKey
from truso.platform.imports.models import FieldOwner, ImportProfile, ImportRun
from truso.platform.imports.operations import ask_import, ask_trial, create_run, save_profile, set_mapping
from truso.platform.imports.owners import key_source, profile_source, set_owners
from truso.platform.imports.running import work_on


def program() -> tuple[Caller, str]:
    """Return a program and what it is called as a source."""
    ensure_roles()
    caller = key_for(staff_person("product"), None, "data")
    return caller, key_source(ApiKey.objects.latest("pk").uuid)


def write(caller: Caller, **row: Any) -> dict[str, Any]:
    answer = caller.post("data/products", {"rows": [{"sku": "A-1", **row}]})
    result: dict[str, Any] = json.loads(answer.content)["results"][0]
    return result


def bring(content: str, profile: str = "") -> ImportRun:
    file = SimpleUploadedFile("a.csv", content.encode())
    run = create_run(target="products", file=file, file_name="a.csv", by="Kari")
    set_mapping(run_uuid=run.uuid, mapping={column: column for column in content.splitlines()[0].split(";")})
    if profile:
        save_profile(run_uuid=run.uuid, name=profile)
    for ask in (ask_trial, ask_import):
        ask(run_uuid=run.uuid)
        work_on(run.uuid)
    return ImportRun.objects.get(pk=run.pk)


def values() -> tuple[str, int]:
    variant = Variant.objects.get()
    return variant.mpn, int(variant.minimum_quantity)


def test_a_program_leaves_what_belongs_to_staff_and_says_so(shop: Shop) -> None:
    shop.add_article("A-1")
    caller, _source = program()
    set_owners(target="products", owners={"mpn": "staff"})

    result = write(caller, mpn="M9", minimum_quantity=5)

    assert (result["status"], result["left"], values()) == ("changed", ["mpn"], ("M-A-1", 5))


def test_the_owner_writes_and_others_do_not(shop: Shop) -> None:
    shop.add_article("A-1")
    caller, source = program()
    set_owners(target="products", owners={"mpn": source})

    own = write(caller, mpn="M9")
    run = bring("sku;mpn;minimum_quantity\nA-1;M7;3\n")

    assert (own["status"], own["left"]) == ("changed", [])
    assert (values(), run.counts["changed"]) == (("M9", 3), 1)


def test_files_of_the_profile_that_owns_a_field_write_it(shop: Shop) -> None:
    shop.add_article("A-1")
    bring("sku;minimum_quantity\nA-1;2\n", "Supplier")
    source = profile_source(ImportProfile.objects.get().uuid)
    set_owners(target="products", owners={"minimum_quantity": source})

    bring("sku;minimum_quantity;mpn\nA-1;9;M9\n")
    between = values()
    bring("sku;minimum_quantity\nA-1;7\n", "Supplier")

    assert (between, values()) == (("M9", 2), ("M9", 7))


def test_the_page_of_an_import_tells_what_is_left_alone(shop: Shop, staff: Sign) -> None:
    shop.add_article("A-1")
    _caller, source = program()
    set_owners(target="products", owners={"mpn": source})
    run = bring("sku;mpn\nA-1;M7\n")

    page = told(staff("product").get(reverse("backoffice:import_run", args=[run.uuid])))

    assert "These fields belong to others and are left alone:" in page
    assert "Maker&#x27;s number" in page


def test_a_form_locks_what_belongs_to_a_program(shop: Shop, staff: Sign) -> None:
    variant = shop.add_article("A-1")
    _caller, source = program()
    set_owners(target="products", owners={"mpn": source, "product_status": source, "text:nb:name": source})
    product = staff("product")

    article = product.get(reverse("backoffice:variant", args=[variant.uuid])).context["form"]
    page = product.get(reverse("backoffice:product", args=[variant.product.uuid])).context["form"]

    assert (article.fields["mpn"].disabled, article.fields["gtin"].disabled) == (True, False)
    assert [page.fields[name].disabled for name in ("status", "name", "brand")] == [True, True, False]


def test_owners_are_chosen_on_their_page(shop: Shop, staff: Sign) -> None:
    program()
    client, address = staff("product"), reverse("backoffice:field_owners")
    page = client.get(address + "?kind=products")
    rows = page.context["rows"]
    place = next(row["place"] for row in rows if row["label"] == "Maker's number")

    send(client, address, kind="products", **{f"owner_{place}": "staff"})
    first = list(FieldOwner.objects.values_list("target", "field", "source"))
    send(client, address, kind="products", **{f"owner_{place}": "somebody"})
    second = FieldOwner.objects.count()
    send(client, address, kind="products")

    assert "Program: test" in told(page)
    assert (first, second, FieldOwner.objects.count()) == ([("products", "mpn", "staff")], 1, 0)


@pytest.mark.parametrize(("field", "code"), [("sku", "owner_of_key"), ("nonsense", "import_field_unknown")])
def test_what_can_not_be_owned_is_refused(shop: Shop, field: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        set_owners(target="products", owners={field: "staff"})

    assert refused.value.refusals[0].code == code
