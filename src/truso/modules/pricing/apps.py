from truso.platform.apps import ModuleConfig


class PricingConfig(ModuleConfig):
    name = "truso.modules.pricing"
    label = "pricing"
