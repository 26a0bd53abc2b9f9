"""What a buyer has been handed over of an order: keys in clear, files to fetch."""

from __future__ import annotations

from collections.abc import Iterable

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from truso.kernel.value import Value
from truso.modules.digital.queries import Handed, list_handed
from truso.modules.orders.models import Order, OrderLine, OrderState


class FileView(Value, frozen=True):
    """A file to fetch, as written."""

    name: str
    note: str
    url: str


class HandedView(Value, frozen=True):
    """What came with a line, as written."""

    name: str
    sku: str
    keys: tuple[str, ...]
    files: tuple[FileView, ...]
    note: str


def write_handed(order: Order, token: str = "") -> list[HandedView]:
    """Write what was handed over of an order; `token` is the end of a guest's addresses."""
    lines: Iterable[OrderLine] = order.lines.all()
    return [_write(order, one, token) for one in list_handed(lines)]


def _write(order: Order, handed: Handed, token: str) -> HandedView:
    files = tuple(
        FileView(
            one.name,
            " · ".join(part for part in (one.version, filesizeformat(one.size)) if part),
            reverse("storefront:order_file", kwargs={"uuid": order.uuid, "file": one.uuid}) + token,
        )
        for one in handed.files
    )
    return HandedView(handed.line.name, handed.line.sku, handed.keys, files, _note(order, handed))


def _note(order: Order, handed: Handed) -> str:
    """Say what is still to come, and why."""
    if order.state == OrderState.PENDING_PAYMENT:
        return _("Here as soon as the order is paid.")
    if order.state == OrderState.PENDING_APPROVAL:
        return _("Here as soon as the order is approved.")
    if order.state != OrderState.CONFIRMED or handed.waiting <= 0:
        return ""
    if not handed.keys and not handed.files and handed.line.shipped_quantity == 0:
        return _("Being made ready. Look again in a moment; we write when it is here.")
    text = ngettext("%(count)s more is on its way.", "%(count)s more are on their way.", handed.waiting)
    return text % {"count": handed.waiting}
