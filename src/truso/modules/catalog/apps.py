from truso.platform.apps import ModuleConfig


class CatalogConfig(ModuleConfig):
    name = "truso.modules.catalog"
    label = "catalog"
