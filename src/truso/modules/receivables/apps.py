from truso.platform.apps import ModuleConfig


class ReceivablesConfig(ModuleConfig):
    name = "truso.modules.receivables"
    label = "receivables"
