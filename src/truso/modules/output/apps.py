from truso.platform.apps import ModuleConfig


class OutputConfig(ModuleConfig):
    name = "truso.modules.output"
    label = "output"
