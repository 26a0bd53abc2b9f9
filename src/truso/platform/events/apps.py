from truso.platform.apps import ModuleConfig


class EventsConfig(ModuleConfig):
    name = "truso.platform.events"
    label = "events"
