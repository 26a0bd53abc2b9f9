from truso.platform.apps import ModuleConfig


class FulfillmentConfig(ModuleConfig):
    name = "truso.modules.fulfillment"
    label = "fulfillment"
