"""Pages for buying, under `/<language>/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from truso.storefront.views import cart, checkout, documents, lists, orders, quick_order

urlpatterns: list[URLPattern | URLResolver] = [
    path("cart/", cart.cart, name="cart"),
    path("cart/add/", cart.cart_add, name="cart_add"),
    path("cart/change/", cart.cart_change, name="cart_change"),
    path("cart/empty/", cart.cart_empty, name="cart_empty"),
    path("cart/code/", cart.cart_code, name="cart_code"),
    path("cart/code/remove/", cart.cart_code_remove, name="cart_code_remove"),
    path("cart/prices/", cart.cart_prices, name="cart_prices"),
    path("cart/aside/", lists.cart_aside, name="cart_aside"),
    path("quick-order/", quick_order.quick_order, name="quick_order"),
    path("checkout/", checkout.checkout, name="checkout"),
    path("checkout/paid/<uuid:payment>/", checkout.payment_return, name="payment_return"),
    path("order/<uuid:uuid>/", orders.order_tracking, name="order_tracking"),
    path("order/<uuid:uuid>/confirmation/", orders.order_confirmation, name="order_confirmation"),
    path("order/<uuid:uuid>/claim/", orders.order_claim, name="order_claim"),
    path("order/<uuid:uuid>/files/<uuid:file>/", documents.order_file, name="order_file"),
    path("order/<uuid:uuid>/documents.zip", documents.order_documents, name="order_documents"),
    path("order/<uuid:uuid>/invoice/<uuid:invoice>.pdf", orders.order_invoice, name="order_invoice"),
    path("order/<uuid:uuid>/delivery/<uuid:shipment>.pdf", orders.order_delivery, name="order_delivery"),
]
