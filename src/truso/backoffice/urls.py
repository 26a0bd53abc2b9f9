"""Addresses of the back office."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_urls
from wagtail.documents import urls as document_urls

urlpatterns = [
    path("documents/", include(document_urls)),
    path("", include(wagtail_urls)),
]
