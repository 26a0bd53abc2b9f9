from truso.platform.apps import ModuleConfig


class TaxConfig(ModuleConfig):
    name = "truso.modules.tax"
    label = "tax"
