from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    name = "truso.backoffice"
    label = "backoffice"
