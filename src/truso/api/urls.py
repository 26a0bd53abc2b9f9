"""Addresses of the API."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from truso.api.application import guarded_urls, make_api
from truso.api.docs import documentation, unknown

api = make_api()
urlpatterns: list[URLPattern | URLResolver] = [
    path("docs", documentation, name="api-docs"),
    path("v1/", guarded_urls(api)),
    re_path(r"^(?P<rest>.*)$", unknown, name="api-unknown"),
]
