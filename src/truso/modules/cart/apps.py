from truso.platform.apps import ModuleConfig


class CartConfig(ModuleConfig):
    name = "truso.modules.cart"
    label = "cart"
