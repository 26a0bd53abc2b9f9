from truso.platform.apps import ModuleConfig


class DeliveryConfig(ModuleConfig):
    name = "truso.modules.delivery"
    label = "delivery"
