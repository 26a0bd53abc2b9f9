from truso.platform.apps import ModuleConfig


class ReturnsConfig(ModuleConfig):
    name = "truso.modules.returns"
    label = "returns"
