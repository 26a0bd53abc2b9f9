from truso.platform.apps import ModuleConfig


class CustomersConfig(ModuleConfig):
    name = "truso.modules.customers"
    label = "customers"
