"""Every address of the shop, its API and its back office."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("staff/", include("truso.backoffice.urls")),
    path("api/", include("truso.api.urls")),
    path("", include("truso.storefront.urls")),
    *i18n_patterns(path("", include("truso.storefront.shop_urls"))),
]

if settings.DEMO:
    urlpatterns.insert(0, path("demo/", include("truso.storefront.demo_urls")))

handler404 = "truso.storefront.views.errors.not_found"
handler403 = "truso.storefront.views.errors.forbidden"
handler500 = "truso.storefront.views.errors.failed"
