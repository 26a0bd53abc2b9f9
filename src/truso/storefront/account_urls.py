"""One's own pages, under `/<language>/account/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from truso.storefront.views import account, addresses, agreements, approvals, company_tax, lists, orders

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", account.account, name="account"),
    path("account/orders/", orders.orders, name="orders"),
    path("account/orders/<uuid:uuid>/", orders.order, name="order"),
    path("account/orders/<uuid:uuid>/again/", orders.reorder, name="reorder"),
    path("account/lists/", lists.lists, name="lists"),
    path("account/lists/add/", lists.list_add, name="list_add"),
    path("account/lists/<uuid:uuid>/", lists.list_page, name="list"),
    path("account/lists/<uuid:uuid>/edit/", lists.list_edit, name="list_edit"),
    path("account/lists/<uuid:uuid>/remove/", lists.list_remove, name="list_remove"),
    path("account/lists/<uuid:uuid>/paste/", lists.list_paste, name="list_paste"),
    path("account/lists/<uuid:uuid>/articles.csv", lists.list_file, name="list_file"),
    path("account/favorites/", lists.favorites, name="favorites"),
    path("account/favorites/set/", lists.favorite, name="favorite"),
    path("account/suggestions/", lists.suggestions, name="suggestions"),
    path("account/suggestions/dismiss/", lists.suggestion_dismiss, name="suggestion_dismiss"),
    path("account/approvals/", approvals.approvals, name="approvals"),
    path("account/approvals/<uuid:uuid>/", approvals.approval, name="approval"),
    path("account/invoices/", account.invoices, name="invoices"),
    path("account/invoices/<uuid:uuid>/", account.invoice, name="invoice"),
    path("account/invoices/<uuid:uuid>.pdf", account.invoice_file, name="invoice_pdf"),
    path("account/addresses/", addresses.addresses, name="addresses"),
    path("account/addresses/new/", addresses.address_new, name="address_new"),
    path("account/addresses/<uuid:uuid>/", addresses.address, name="address"),
    path("account/addresses/<uuid:uuid>/remove/", addresses.address_remove, name="address_remove"),
    path("account/agreements/", agreements.agreements, name="agreements"),
    path("account/agreements/<uuid:uuid>/", agreements.agreement, name="agreement"),
    path("account/agreements/<uuid:uuid>/sign/", agreements.agreement_sign, name="agreement_sign"),
    path("account/agreements/<uuid:uuid>/ask/", agreements.agreement_ask, name="agreement_ask"),
    path("account/agreements/<uuid:uuid>/agreement.pdf", agreements.agreement_pdf, name="agreement_pdf"),
    path("account/agreements/<uuid:uuid>/prices.<slug:kind>", agreements.agreement_prices, name="agreement_prices"),
    path("account/agreements/<uuid:uuid>/files/<uuid:file>/", agreements.agreement_file, name="agreement_file"),
    path("account/members/", account.members, name="members"),
    path("account/tax/", company_tax.company_tax, name="company_tax"),
    path("account/tax/certificates/", company_tax.certificate_send, name="certificate_send"),
    path("account/tax/certificates/<uuid:uuid>/", company_tax.certificate_file, name="certificate_file"),
]
