"""Addresses that belong to no language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from truso.storefront.views import files, media, sitemap

app_name = "site"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", files.root, name="root"),
    path("styles/<slug:digest>.css", files.styles, name="styles"),
    path("robots.txt", files.robots, name="robots"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-<slug:language>.xml", sitemap.of_language, name="sitemap_language"),
    path("media/v/<uuid:uuid>", media.video, name="video"),
    path("media/p/<uuid:uuid>/<int:width>.<slug:extension>", media.rendition, name="rendition"),
]
