"""Pages for looking, under `/<language>/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from truso.storefront.views import (
    articles,
    brands,
    categories,
    choosing,
    compare,
    compatible,
    documents,
    home,
    preview,
    products,
    search,
    switches,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("c/<slug:slug>/", categories.category, name="category"),
    path("preview/<slug:slug>/", preview.product_preview, name="product_preview"),
    path("p/<slug:slug>/", products.product, name="product"),
    path("p/<slug:slug>/when/", products.product_when, name="product_when"),
    path("p/<slug:slug>/documents.zip", documents.product_documents, name="product_documents"),
    path("search/", search.search, name="search"),
    path("suggest/", search.suggest, name="suggest"),
    path("brand/<slug:code>/", brands.brand, name="brand"),
    path("choose/<slug:code>/", choosing.choose, name="choose"),
    path("compare/", compare.compare, name="compare"),
    path("compatible/", compatible.compatible, name="compatible"),
    path("guides/", articles.guides, name="guides"),
    path("guides/<slug:slug>/", articles.article, name="article"),
    path("documents/", documents.documents, name="documents"),
    path("documents/<uuid:uuid>/", documents.document, name="document"),
    path("display/", switches.display_settings, name="display"),
    path("hat/", switches.switch_hat, name="switch_hat"),
    path("market/", switches.switch_market, name="switch_market"),
]
