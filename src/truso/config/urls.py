"""Every address of the shop, its API and its back office."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("staff/", include("truso.backoffice.urls")),
    path("api/", include("truso.api.urls")),
    path("", include("truso.storefront.urls")),
]

if settings.DEMO:
    urlpatterns.insert(0, path("demo/", include("truso.storefront.demo_urls")))
