from truso.platform.apps import ModuleConfig


class InvoicingConfig(ModuleConfig):
    name = "truso.modules.invoicing"
    label = "invoicing"
