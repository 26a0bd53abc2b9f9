"""Addresses only the demo has: its mail box, its list of people, its card gateway."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
