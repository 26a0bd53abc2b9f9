"""The table is whole: every address has an expectation, every view of ours declares who may call it, and both agree."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.access.calling import FORBIDDEN, HIDDEN, OPEN, SIGN_IN, call
from tests.access.expectations import EXPECTATIONS
from tests.access.routes import Route, routes
from tests.access.staff_lists import BEFORE_SIGN_IN, STAFF_LISTS, THIRD_PARTY
from tests.access.test_matrix import BROWSERS, is_staff
from tests.access.world import World


def test_every_address_of_ours_has_an_expectation() -> None:
    missing = sorted(
        f'"{route.name}": ...,  # /{route.pattern}'
        for route in routes()
        if route.is_ours and route.name not in EXPECTATIONS and route.namespace not in STAFF_LISTS
    )
    assert missing == [], (
        "Nobody has said who may open these. Add a line for each to EXPECTATIONS in tests/access/expectations.py:\n"
        + "\n".join(missing)
    )


def test_every_address_of_others_is_known() -> None:
    unknown = sorted({route.package for route in routes() if not route.is_ours and route.package not in THIRD_PARTY})
    assert unknown == [], "Say in THIRD_PARTY (tests/access/expectations.py) to whom these packages may answer."


def test_no_expectation_is_left_over() -> None:
    names = {route.name for route in routes()}
    assert sorted(set(EXPECTATIONS) - names) == []
    assert sorted(set(STAFF_LISTS) - {route.namespace for route in routes()}) == []


def test_every_view_of_ours_declares_who_may_call_it() -> None:
    silent = [
        f"{route.name} (/{route.pattern})"
        for route in routes()
        if route.is_ours and not hasattr(route.view, "access") and route.namespace not in STAFF_LISTS
    ]
    assert silent == [], "Put one of truso.platform.access' decorators on the view, outermost."


def test_what_views_declare_is_what_the_table_says() -> None:
    different = []
    for route in routes():
        expected, access = EXPECTATIONS.get(route.name), getattr(route.view, "access", None)
        if expected is None or access is None:
            continue
        kind = expected.declared or ("api" if expected.kind.startswith("api") else expected.kind)
        if (access.kind, access.right if kind == "buyer" else "") != (kind, expected.right):
            different.append(f"{route.name}: declares {access.kind} {access.right}, expected {kind} {expected.right}")
    assert different == []


def test_every_operation_of_the_api_has_a_gate() -> None:
    for route in routes():
        expected = EXPECTATIONS.get(route.name)
        if expected and expected.kind.startswith("api"):
            gates = route.view.gates  # type: ignore[attr-defined]
            is_open = {method for method, gate in gates.items() if gate.is_open}
            assert gates, route.name
            assert is_open == (set(gates) if expected.kind == "api-open" else expected.open_methods), route.name


def test_no_permission_of_a_view_is_misspelt() -> None:
    from truso.backoffice.roles import permissions_of

    known = permissions_of("admin")
    wanted = {
        route.view.access.right  # type: ignore[attr-defined]
        for route in routes()
        if getattr(route.view, "access", None) and route.view.access.kind == "staff"  # type: ignore[attr-defined]
    }
    assert wanted - known == set()


def sample(route: Route) -> str | None:
    """Return an address of a pattern with something in every place; None for patterns that are rules of their own."""
    path = re.sub(r"<(?:\w+:)?(\w*(?:uuid|token)\w*)>", "00000000-0000-4000-8000-000000000000", route.pattern)
    path = re.sub(r"<int:\w+>", "1", path)
    path = re.sub(r"<[^>]+>", "x", path)
    return None if re.search(r"[\^$()\\?*\[]", path) else f"/{path}"


OTHERS = sorted({(route.name, path) for route in routes() if not route.is_ours and (path := sample(route))})


@pytest.mark.parametrize("actor", [actor for actor in BROWSERS if not is_staff(actor)])
def test_the_shell_of_the_back_office_is_closed_to_buyers(world: World, actor: str) -> None:
    opened = []
    for name, path in OTHERS:
        if not path.startswith("/staff/") or name.rpartition(":")[2] in BEFORE_SIGN_IN:
            continue
        answer = call(world.actors[actor], "GET", path)
        if answer.meaning == OPEN:
            opened.append(f"{path} ({name}): {answer.status} {answer.location}")
        assert answer.status < 500, path
    assert opened == [], "Close these, or name them in BEFORE_SIGN_IN."


@pytest.mark.parametrize("actor", ["staff_without", "staff_warehouse", "staff_marketing"])
def test_the_shell_never_fails_for_staff_without_rights(world: World, actor: str) -> None:
    # One address of Wagtail's exists to fail, so that a merchant can see the page for failures.
    tried = [path for name, path in OTHERS if name != "wagtailadmin_error_test"]
    failed = [path for path in tried if call(world.actors[actor], "GET", path).status >= 500]
    assert failed == []


def test_the_matrix_would_notice(world: World, monkeypatch: Any) -> None:
    """A guard taken away and a record of the other tenant handed out are both seen."""
    from django.db.models import Q

    from tests.access import test_matrix
    from truso.modules.orders import queries

    monkeypatch.setattr(queries, "_visible_to", lambda buyer: Q())
    wrong = test_matrix.check(world, "storefront:order", EXPECTATIONS["storefront:order"], "orderer")
    assert any("shows what belongs to B" in problem for problem in wrong)
    assert any("expected hidden" in problem for problem in wrong)
    assert {OPEN, SIGN_IN, HIDDEN, FORBIDDEN}  # the four things an answer can mean
