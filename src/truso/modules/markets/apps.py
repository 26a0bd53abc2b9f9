from truso.platform.apps import ModuleConfig


class MarketsConfig(ModuleConfig):
    name = "truso.modules.markets"
    label = "markets"
