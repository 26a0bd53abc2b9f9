from truso.platform.apps import ModuleConfig


class ContentConfig(ModuleConfig):
    name = "truso.modules.content"
    label = "content"
