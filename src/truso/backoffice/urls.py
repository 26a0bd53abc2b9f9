"""Addresses of the back office: our own screens first, then the lists and forms in Wagtail's shell."""

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtail_urls
from wagtail.documents import urls as document_urls

from truso.backoffice.views import (
    api_keys,
    assortments,
    bundle,
    closed,
    completeness,
    customers,
    digital,
    families,
    imports,
    invoices,
    library,
    matrix,
    orders,
    own_numbers,
    packaging,
    picture_archive,
    prices,
    product_parts,
    products,
    selectors,
    shipments,
    stock,
    system,
)

screens = [
    path("orders/<uuid:uuid>/", orders.show_order, name="order"),
    path("orders/<uuid:uuid>/pick/", orders.pick, name="pick"),
    path("orders/<uuid:uuid>/perform/", orders.perform, name="perform"),
    path("orders/<uuid:uuid>/cancel/", orders.cancel, name="cancel"),
    path("orders/<uuid:uuid>/return/", orders.take_back, name="take_back"),
    path("shipments/<uuid:uuid>/", shipments.show_shipment, name="shipment"),
    path("shipments/<uuid:uuid>/ship/", shipments.send, name="ship"),
    path("shipments/<uuid:uuid>/give-up/", shipments.give_up, name="give_up"),
    path("shipments/<uuid:uuid>/pick-list.pdf", shipments.pick_list, name="pick_list"),
    path("shipments/<uuid:uuid>/delivery-note.pdf", shipments.delivery_note, name="delivery_note"),
    path("returns/<uuid:uuid>/", shipments.show_return, name="return"),
    path("returns/<uuid:uuid>/receive/", shipments.receive, name="receive"),
    path("invoices/<uuid:uuid>/", invoices.show_invoice, name="invoice"),
    path("invoices/<uuid:uuid>/invoice.pdf", invoices.invoice_pdf, name="invoice_pdf"),
    path("invoices/<uuid:uuid>/ehf.xml", invoices.invoice_xml, name="invoice_xml"),
    path("invoices/<uuid:uuid>/payment/", invoices.register, name="register_payment"),
    path("invoices/<uuid:uuid>/credit/", invoices.credit, name="credit_invoice"),
    path("pay-in/", invoices.pay_in, name="pay_in"),
    path("customers/<uuid:uuid>/", customers.show_customer, name="customer"),
    path("customers/<uuid:uuid>/article-numbers/", own_numbers.own_numbers, name="own_numbers"),
    path("people/<uuid:uuid>/", customers.show_person, name="person"),
    path("agreements/<uuid:uuid>/", customers.show_agreement, name="agreement"),
    path("agreements/<uuid:uuid>/put-in-force/", customers.start_agreement, name="put_in_force"),
    path("agreements/<uuid:uuid>/end/", customers.stop_agreement, name="end_agreement"),
    path("products/new/", products.new_product, name="new_product"),
    path("products/pictures/", picture_archive.picture_archive, name="picture_archive"),
    path("products/<uuid:uuid>/", products.show_product, name="product"),
    path("products/<uuid:uuid>/articles/", matrix.matrix, name="matrix"),
    path("products/<uuid:uuid>/pictures/", product_parts.pictures, name="product_pictures"),
    path("products/<uuid:uuid>/documents/", product_parts.documents, name="product_documents"),
    path("products/<uuid:uuid>/documents/<uuid:document>/", product_parts.document_file, name="product_document"),
    path("products/<uuid:uuid>/related/", product_parts.relations, name="product_relations"),
    path("products/<uuid:uuid>/ranges/", product_parts.ranges, name="product_ranges"),
    path("products/<uuid:uuid>/new-article/", products.new_variant, name="new_variant"),
    path("variants/<uuid:uuid>/", products.show_variant, name="variant"),
    path("imports/new/", imports.new_import, name="new_import"),
    path("imports/export/", imports.export, name="export"),
    path("imports/<uuid:uuid>/", imports.import_run, name="import_run"),
    path("imports/<uuid:uuid>/progress/", imports.progress, name="import_progress"),
    path("imports/<uuid:uuid>/errors/<slug:kind>/", imports.errors, name="import_errors"),
    path("variants/<uuid:uuid>/bundle/", bundle.bundle, name="bundle"),
    path("variants/<uuid:uuid>/files-and-keys/", digital.digital, name="digital"),
    path("variants/<uuid:uuid>/files-and-keys/<uuid:file>/", digital.digital_file, name="digital_file"),
    path("variants/<uuid:uuid>/packaging/", packaging.packaging, name="packaging"),
    path("products/<uuid:uuid>/documents.zip", library.product_zip, name="product_documents_zip"),
    path("orders/<uuid:uuid>/documents.zip", library.order_zip, name="order_documents_zip"),
    path("library/new/", library.new_documents, name="new_documents"),
    path("library/<uuid:uuid>/", library.library_document, name="library_document"),
    path("library/<uuid:uuid>/file/", library.library_file, name="library_file"),
    path("families/<int:pk>/attributes/", families.family_attributes, name="family"),
    path("products/<uuid:uuid>/channels/", completeness.product_channels, name="product_channels"),
    path("work-lists/", completeness.work_lists, name="work_lists"),
    path("assortments/<int:pk>/goods/", assortments.assortment, name="assortment"),
    path("selectors/<int:pk>/questions/", selectors.questions, name="selector"),
    path("price-lists/<uuid:uuid>/prices/", prices.show_prices, name="prices"),
    path("price-lists/<uuid:uuid>/change/", prices.change_prices, name="change_prices"),
    path("stock/count/", stock.count, name="count"),
    path("stock/<int:pk>/", stock.show_balance, name="stock_count"),
    path("keys/new/", api_keys.new_key, name="new_api_key"),
    path("keys/<uuid:uuid>/", api_keys.show_key, name="api_key"),
    path("keys/<uuid:uuid>/revoke/", api_keys.revoke, name="revoke_api_key"),
    path("staff-members/", system.list_staff, name="staff"),
    path("staff-members/new/", system.edit_staff, name="new_staff"),
    path("staff-members/<uuid:uuid>/", system.edit_staff, name="edit_staff"),
    path("jobs/<int:pk>/", system.show_job, name="job"),
    path("jobs/<int:pk>/retry/", system.retry, name="retry_job"),
    path("mails/<uuid:uuid>/", system.show_mail, name="mail"),
]

# What Wagtail brings for sites made of pages, and its own screens of users and groups, by which somebody could give
# themselves what nobody gave them. People and roles have our screens; the rest the shop has no use for. Names stay
# known, for the shell asks for some of them. A test walks every address of Wagtail's and knows which may answer.
CLOSED = (
    r"^(?P<area>users|groups|pages|choose-page|choose-(?:external|email|phone|anchor)-link|collections|workflows|reports"
    r"|snippets|api|block-preview|editing-sessions|failwhale|test404"
    r"|bulk(?!/wagtailimages/image/|/wagtaildocs/document/))/(?P<rest>.*)$"
)

urlpatterns = [
    path("", include((screens, "backoffice"))),
    path("login/", closed.sign_in, name="staff_sign_in"),
    re_path(r"^password_reset/", closed.forgotten_password, name="staff_forgotten_password"),
    re_path(CLOSED, closed.nothing, name="staff_closed"),
    path("documents/files/", include(document_urls)),
    path("", include(wagtail_urls)),
]
