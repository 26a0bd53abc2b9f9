"""Addresses only the demo has: its mail box, its list of people, its card gateway, the page of components."""

from __future__ import annotations

from django.urls import URLPattern, path

from truso.storefront.views import components, demo

urlpatterns: list[URLPattern] = [
    path("components/", components.components, name="demo_components"),
    path("people/", demo.people, name="demo_people"),
    path("people/sign-in/", demo.sign_in, name="demo_sign_in"),
    path("mail/", demo.mails, name="demo_mails"),
    path("mail/<uuid:uuid>/", demo.mail, name="demo_mail"),
    path("mail/<uuid:uuid>/html/", demo.mail_html, name="demo_mail_html"),
    path("gateway/<str:reference>", demo.gateway, name="demo_gateway"),
]
