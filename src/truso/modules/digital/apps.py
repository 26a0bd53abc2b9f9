from truso.platform.apps import ModuleConfig


class DigitalConfig(ModuleConfig):
    name = "truso.modules.digital"
    label = "digital"
