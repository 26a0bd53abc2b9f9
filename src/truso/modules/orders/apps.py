from truso.platform.apps import ModuleConfig


class OrdersConfig(ModuleConfig):
    name = "truso.modules.orders"
    label = "orders"
