"""Addresses of the shop. The pages' own stand in `shop_urls`, behind the language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.account.urls")),
    path("", include("truso.storefront.file_urls")),
]
