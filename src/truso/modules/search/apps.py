from truso.platform.apps import ModuleConfig


class SearchConfig(ModuleConfig):
    name = "truso.modules.search"
    label = "search"
