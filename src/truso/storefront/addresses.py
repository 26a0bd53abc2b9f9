"""Where somebody may be sent on to."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def local_address(wanted: str, fallback: str = "/") -> str:
    """Return an address when it is a page of this shop, else the fallback."""
    if not wanted.startswith("/") or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return fallback
    try:
        resolve(urlsplit(wanted).path)
    except Resolver404:
        return fallback
    return wanted
