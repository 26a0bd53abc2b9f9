"""Every address × method × kind of actor × whose record: nobody sees or does what the table does not say.

CI calls every address as every actor by GET about A's and B's record, and by other methods in a seeded sample;
ASSURE=1 calls everything.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator

import pytest

from tests.access.calling import FORBIDDEN, HIDDEN, OPEN, SIGN_IN, Answer, address, call
from tests.access.expectations import EXPECTATIONS
from tests.access.kinds import Expectation
from tests.access.routes import routes
from tests.access.staff_lists import READING_PAGES, STAFF_LISTS
from tests.access.world import MARKERS, World, rights_of

FULL = os.environ.get("ASSURE") == "1"
BROWSERS = (
    "anonymous", "guest", "consumer", "orderer", "approver", "finance", "receiver", "admin", "other_admin", "subsidiary",
    "deactivated", "staff_without", "staff_product", "staff_sales", "staff_finance", "staff_service", "staff_warehouse",
    "staff_marketing", "staff_admin", "staff_full",
)  # fmt: skip
READING = frozenset({"GET", "HEAD", "OPTIONS"})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
STRANGERS = frozenset({"anonymous", "guest", "deactivated"})
ALL_STAFF = frozenset({"staff_admin", "staff_full"})


def is_staff(actor: str) -> bool:
    return actor.startswith("staff_")


def expected_meaning(expected: Expectation, actor: str, tenant: str, method: str = "GET") -> str:
    """Return what the table says: for an actor, about A's record, B's, or one that does not exist."""
    meaning = _meaning(expected, actor, tenant, method)
    return expected.refuses if meaning == OPEN and _lacks_right(expected, actor, method) else meaning


def _lacks_right(expected: Expectation, actor: str, method: str) -> bool:
    return bool(expected.write_right) and method not in READING and expected.write_right not in rights_of(actor)


def _meaning(expected: Expectation, actor: str, tenant: str, method: str) -> str:
    gate = _gate(expected, actor, method)
    if gate != OPEN or not expected.about:
        return HIDDEN if gate == OPEN and expected.nothing else gate
    if expected.kind in {"staff", "api-staff"}:
        return HIDDEN if tenant == "none" else OPEN
    sees = (tenant == "a" and actor in expected.seen_by) or (
        tenant == "b" and actor == "other_admin" and "admin" in expected.seen_by
    )
    return OPEN if sees else HIDDEN


def _gate(expected: Expectation, actor: str, method: str) -> str:
    if expected.kind in {"public", "demo", "api-open"} or method in expected.open_methods:
        return OPEN
    if actor in STRANGERS:
        return SIGN_IN
    if expected.kind == "buyer":
        return OPEN if expected.right in rights_of(actor) else HIDDEN
    if expected.kind == "staff":
        looks = method in READING or expected.writers is None
        roles = expected.roles if looks else expected.writers or frozenset()
        may = actor in ALL_STAFF or (is_staff(actor) and actor.removeprefix("staff_") in roles)
        return OPEN if may else HIDDEN
    if expected.kind == "api-staff":
        if not is_staff(actor):
            return FORBIDDEN
        looks = method in READING or expected.writers is None
        roles = expected.roles if looks else expected.writers or frozenset()
        return OPEN if actor in ALL_STAFF or actor.removeprefix("staff_") in roles else HIDDEN
    if expected.kind == "api" and is_staff(actor):
        return FORBIDDEN  # staff shop for nobody
    return OPEN


def calls(name: str, expected: Expectation, actor: str) -> Iterator[tuple[str, str]]:
    """Yield the methods and tenants to try: everything, or GET and a sample that is the same each time."""
    tenants = ("a", "b", "none") if expected.about else ("a",)
    if FULL:
        yield from ((method, tenant) for method in METHODS for tenant in tenants)
        return
    chance = random.Random(f"{name} {actor}")
    yield from (("GET", tenant) for tenant in tenants)
    method = chance.choice(("POST", "POST", "POST", *METHODS[1:]))
    yield from ((method, tenant) for tenant in tenants[-2:])


def actors_for(name: str, expected: Expectation) -> tuple[str, ...]:
    """Return who calls: everybody, or those the address tells apart and a sample of the others, the same each time."""
    callers = (*BROWSERS, "key") if expected.kind.startswith("api") else BROWSERS
    if FULL:
        return callers
    chance = random.Random(name)
    staff = [actor for actor in callers if is_staff(actor)]
    buyers = [actor for actor in callers if not is_staff(actor)]
    if expected.kind == "staff":
        return (*chance.sample(buyers, 3), *staff)
    most = len(buyers) if expected.about else 6
    return (*chance.sample(buyers, most), *chance.sample(staff, 2))


def check(world: World, name: str, expected: Expectation, actor: str) -> list[str]:
    """Call an address as an actor in every way and return what went against the table."""
    wrong, seen = [], {}
    client = world.actors["anonymous" if actor == "key" else actor]
    headers = world.key_headers if actor == "key" else None
    for method, tenant in calls(name, expected, actor):
        answer = call(client, method, address(world, name, expected, tenant, actor), headers)
        seen[method, tenant] = answer
        wrong += [
            f"{actor} {method} {tenant}: {problem}" for problem in _problems(expected, actor, method, tenant, answer)
        ]
    for method in METHODS:
        foreign, unknown = seen.get((method, "b")), seen.get((method, "none"))
        if (
            foreign
            and unknown
            and expected_meaning(expected, actor, "b", method) == HIDDEN
            and foreign.shape != unknown.shape
        ):
            wrong.append(
                f"{actor} {method}: a record of B and one that does not exist are told apart ({foreign.status}, {unknown.status})"
            )
    return wrong


def _problems(expected: Expectation, actor: str, method: str, tenant: str, answer: Answer) -> Iterator[str]:
    wanted = expected_meaning(expected, actor, tenant, method)
    if answer.status >= 500:
        yield f"failed with {answer.status}"
    # Without the right nothing is told of the record: refused before it is looked for, or after.
    closed = _lacks_right(expected, actor, method) and {answer.meaning, wanted} <= {HIDDEN, FORBIDDEN}
    if answer.meaning != wanted and not closed and not _is_refused_otherwise(answer, expected, wanted, method):
        yield f"{answer.meaning} ({answer.status} {answer.location}), expected {wanted}"
    if not is_staff(actor) and expected.kind != "demo":
        other = "a" if actor == "other_admin" else "b"
        if answer.holds(MARKERS[other]):
            yield f"shows what belongs to {other.upper()}"


def _is_refused_otherwise(answer: Answer, expected: Expectation, wanted: str, method: str) -> bool:
    """Tell whether an answer keeps closed for another reason: a method not taken, an empty write, no cart to write to."""
    if answer.status == 405:
        return True
    if expected.kind == "demo":
        return answer.meaning == HIDDEN
    if method in {"GET", "HEAD"}:
        return False
    no_token = expected.kind.startswith("api") and answer.status == 401
    return (wanted == HIDDEN and answer.status == 400) or (no_token and b"visitor_token_required" in answer.body)


@pytest.mark.parametrize("name", [name for name in EXPECTATIONS])
def test_an_address_answers_each_actor_as_the_table_says(world: World, name: str) -> None:
    expected = EXPECTATIONS[name]
    wrong = [problem for actor in actors_for(name, expected) for problem in check(world, name, expected, actor)]
    assert wrong == [], f"{name}: the table in tests/access/expectations.py says otherwise."


@pytest.mark.parametrize("namespace", STAFF_LISTS)
def test_a_list_in_the_back_office_opens_for_its_roles_only(world: World, namespace: str) -> None:
    expected = STAFF_LISTS[namespace]
    pages = [route for route in routes() if route.namespace == namespace]
    wrong = []
    for route in pages:
        path = "/" + route.pattern.replace("<int:pk>", "1").replace("<str:pk>", "1")
        readers = expected.readers if route.local_name in READING_PAGES else expected.writers
        chance = random.Random(route.name)
        staff = [actor for actor in BROWSERS if is_staff(actor)]
        for actor in BROWSERS if FULL else (*chance.sample(BROWSERS[:11], 2), *staff):
            for method in METHODS if FULL else ("GET",) if route.local_name in READING_PAGES else ("POST",):
                answer = call(world.actors[actor], method, path)
                may = actor in ALL_STAFF or (is_staff(actor) and actor.removeprefix("staff_") in readers)
                if answer.status >= 500:
                    wrong.append(f"{actor} {method} {path}: failed with {answer.status}")
                elif answer.meaning == OPEN and answer.status != 405 and not may:
                    wrong.append(f"{actor} {method} {path}: open ({answer.status}), expected closed")
                elif may and answer.meaning in {SIGN_IN, FORBIDDEN} and route.local_name in READING_PAGES:
                    wrong.append(f"{actor} {method} {path}: {answer.meaning}, expected open")
    assert pages, f"There is no list {namespace} any more: take it out of STAFF_LISTS."
    assert wrong == []
