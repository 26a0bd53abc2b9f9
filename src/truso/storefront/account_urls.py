"""One's own pages, under `/<language>/account/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from truso.storefront.views import account, addresses, approvals, orders

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", account.account, name="account"),
    path("account/orders/", orders.orders, name="orders"),
    path("account/orders/<uuid:uuid>/", orders.order, name="order"),
    path("account/orders/<uuid:uuid>/again/", orders.reorder, name="reorder"),
    path("account/approvals/", approvals.approvals, name="approvals"),
    path("account/approvals/<uuid:uuid>/", approvals.approval, name="approval"),
    path("account/invoices/", account.invoices, name="invoices"),
    path("account/invoices/<uuid:uuid>/", account.invoice, name="invoice"),
    path("account/invoices/<uuid:uuid>.pdf", account.invoice_file, name="invoice_pdf"),
    path("account/addresses/", addresses.addresses, name="addresses"),
    path("account/addresses/new/", addresses.address_new, name="address_new"),
    path("account/addresses/<uuid:uuid>/", addresses.address, name="address"),
    path("account/addresses/<uuid:uuid>/remove/", addresses.address_remove, name="address_remove"),
    path("account/agreements/", account.agreements, name="agreements"),
    path("account/agreements/<uuid:uuid>/", account.agreement, name="agreement"),
    path("account/members/", account.members, name="members"),
]
