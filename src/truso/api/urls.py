"""Addresses of the API."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from truso.api.application import guarded_urls, make_api
from truso.api.docs import documentation, unknown

api = make_api()
urlpatterns: list[URLPattern | URLResolver] = [
    path("docs", documentation, name="api-docs"),
    path("v1/", guarded_urls(api)),
    # Also where a line break stands in the address: the answer to a program is never a page.
    re_path(r"^(?P<rest>(?s:.*))\Z", unknown, name="api-unknown"),
]
