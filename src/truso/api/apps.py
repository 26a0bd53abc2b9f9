from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "truso.api"
    label = "api"
