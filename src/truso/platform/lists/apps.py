from truso.platform.apps import ModuleConfig


class ListsConfig(ModuleConfig):
    name = "truso.platform.lists"
    label = "lists"
