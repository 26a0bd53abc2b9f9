from django.apps import AppConfig


class StorefrontConfig(AppConfig):
    name = "truso.storefront"
    label = "storefront"
