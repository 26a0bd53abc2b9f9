"""Every page under `/<language>/`: looking, buying, one's own pages. Each part keeps its own list."""

from __future__ import annotations

from truso.storefront import page_urls

app_name = "storefront"
urlpatterns = [*page_urls.urlpatterns]
