from django.apps import AppConfig


class CompositionConfig(AppConfig):
    """Composes the installation when every module is loaded."""

    name = "truso.config"
    label = "composition"

    def ready(self) -> None:
        from truso.config.composition import compose

        compose()
