"""The kinds of access an address can ask for, as the table of expectations writes them."""

from __future__ import annotations

from dataclasses import dataclass, field

STAFF_ROLES = ("product", "sales", "finance", "service", "warehouse", "marketing")
# What each role of a company may do, as the product promises it (written down here once more, on purpose).
RIGHTS: dict[str, frozenset[str]] = {
    "orderer": frozenset({"order", "view_agreement"}),
    "approver": frozenset({"approve", "view_all_orders", "view_agreement"}),
    "finance": frozenset({"view_invoices", "view_all_orders"}),
    "receiver": frozenset({"receive", "view_all_orders"}),
    "admin": frozenset(
        {"order", "view_all_orders", "view_invoices", "receive", "manage_members", "manage_addresses", "view_agreement"}
    ),
    "consumer": frozenset(
        {"order", "view_all_orders", "view_invoices", "receive", "manage_addresses", "view_agreement"}
    ),
}
COLLEAGUES = frozenset({"orderer", "approver", "finance", "receiver", "admin", "key"})
READERS = frozenset({"finance", "admin", "key"})


@dataclass(frozen=True)
class Expectation:
    """What is expected of an address."""

    kind: str
    right: str = ""
    roles: frozenset[str] = frozenset()
    writers: frozenset[str] | None = None
    about: dict[str, str] = field(default_factory=dict)
    seen_by: frozenset[str] = frozenset()
    linked: bool = False
    nothing: bool = False
    open_methods: frozenset[str] = frozenset()
    write_right: str = ""
    refuses: str = "forbidden"
    # What the view itself declares, when it sorts out inside whom it lets in.
    declared: str = ""
    values: dict[str, object] = field(default_factory=dict)


def _about(about: str | dict[str, str]) -> dict[str, str]:
    return {"uuid": about} if isinstance(about, str) and about else dict(about or {})


def public(
    about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset(), linked: bool = False, **values: object
) -> Expectation:
    return Expectation("public", about=_about(about), seen_by=seen_by, linked=linked, values=values)


def person(about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset()) -> Expectation:
    return Expectation("person", about=_about(about), seen_by=seen_by)


def right(
    name: str, about: str | dict[str, str] = "", seen_by: frozenset[str] = frozenset(), **values: object
) -> Expectation:
    return Expectation("buyer", right=name, about=_about(about), seen_by=seen_by, values=values)


def nothing_here(**values: object) -> Expectation:
    """An address that names nothing in either tenant: it answers everybody that there is nothing."""
    return Expectation("public", nothing=True, values=values)


def staff(
    *roles: str,
    about: str | dict[str, str] = "",
    writers: tuple[str, ...] | None = None,
    nothing: bool = False,
    **values: object,
) -> Expectation:
    return Expectation(
        "staff",
        roles=frozenset(roles),
        writers=None if writers is None else frozenset(writers),
        about=_about(about),
        nothing=nothing,
        values=values,
    )


def demo(**values: object) -> Expectation:
    return Expectation("demo", values=values)


def api(
    about: str | dict[str, str] = "",
    seen_by: frozenset[str] = frozenset(),
    *,
    hat: bool = True,
    open_methods: frozenset[str] = frozenset(),
    write_right: str = "",
    refuses: str = "forbidden",
) -> Expectation:
    kind = "api" if hat else "api-person"
    return Expectation(
        kind,
        about=_about(about),
        seen_by=seen_by,
        open_methods=open_methods,
        write_right=write_right,
        refuses=refuses,
    )


def api_open(
    about: str | dict[str, str] = "",
    seen_by: frozenset[str] = frozenset(),
    write_right: str = "",
    nothing: bool = False,
    **values: object,
) -> Expectation:
    return Expectation(
        "api-open", about=_about(about), seen_by=seen_by, write_right=write_right, nothing=nothing, values=values
    )


def api_staff(
    *roles: str, about: str | dict[str, str] = "", writers: tuple[str, ...] | None = None, **values: object
) -> Expectation:
    """An address for programs of the house: the roles may; other staff find nothing there, others are kept out."""
    return Expectation(
        "api-staff",
        roles=frozenset(roles),
        writers=None if writers is None else frozenset(writers),
        about=_about(about),
        values=values,
    )


GUEST = frozenset({"guest"})
ADDRESS_KEEPERS = frozenset({"admin"})
SELLING = ("sales", "finance", "service")
DESCRIBING = ("product", "sales", "service", "marketing")
LOOKING = ("product", "sales", "service", "warehouse", "marketing")
IMPORTING = ("product", "sales", "warehouse")


@dataclass(frozen=True)
class StaffList:
    """A list in Wagtail's shell: which roles may read it, which may change what is on it. Administrators may both."""

    readers: frozenset[str]
    writers: frozenset[str] = frozenset()


def lists(*readers: str, writers: tuple[str, ...] = ()) -> StaffList:
    return StaffList(frozenset(readers), frozenset(writers))


# By namespace. Adding a list in `backoffice/lists`: add its namespace here.
# Who reads an agreement: a subsidiary buys on its parent's.
AGREEMENT_READERS = frozenset({"orderer", "approver", "admin", "subsidiary"})
