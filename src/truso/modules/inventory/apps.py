from truso.platform.apps import ModuleConfig


class InventoryConfig(ModuleConfig):
    name = "truso.modules.inventory"
    label = "inventory"
