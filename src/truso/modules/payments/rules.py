"""Where a payment may lead back to."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from truso.kernel.refusals import Refusal


def check_return_address(address: str, hosts: Collection[str]) -> Refusal | None:
    """Return what is wrong with the address a buyer comes back to, if anything: it is a path of the shop, or on a host
    that is allowed. What browsers read otherwise than we do (backslashes, names before the host) is no address.
    """
    invalid = Refusal("return_url_invalid", subject="return_url")
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        parts.port  # noqa: B018  reading it tells whether it is one
    except ValueError:
        return invalid
    if not address.isprintable() or " " in address or "\\" in address or "@" in parts.netloc:
        return invalid
    if not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//"):
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return invalid
    allowed = host in hosts or any(one.startswith(".") and (host.endswith(one) or host == one[1:]) for one in hosts)
    return None if allowed else Refusal("return_host_unknown", {"host": host}, "return_url")
