"""Every page under `/<language>/`: looking, buying, one's own pages. Each part keeps its own list."""

from __future__ import annotations

from truso.storefront import account_urls, buy_urls, page_urls

app_name = "storefront"
urlpatterns = [*page_urls.urlpatterns, *buy_urls.urlpatterns, *account_urls.urlpatterns]
