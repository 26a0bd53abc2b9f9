from truso.platform.apps import ModuleConfig


class ImportsConfig(ModuleConfig):
    name = "truso.platform.imports"
    label = "imports"
