from truso.platform.apps import ModuleConfig


class ProcessesConfig(ModuleConfig):
    """The use cases that write several modules; registers their jobs and handlers."""

    name = "truso.processes"
    label = "processes"
