"""Addresses only the demo has: its mail box, its list of people, its card gateway, the page of components."""

from __future__ import annotations

from django.urls import URLPattern, path

from truso.storefront.views import components

urlpatterns: list[URLPattern] = [path("components/", components.components, name="demo_components")]
