from truso.platform.apps import ModuleConfig


class NumberingConfig(ModuleConfig):
    name = "truso.platform.numbering"
    label = "numbering"
