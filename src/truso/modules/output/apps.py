from truso.platform.apps import ModuleConfig


class OutputConfig(ModuleConfig):
    """Documents and mails."""

    name = "truso.modules.output"
    label = "output"
