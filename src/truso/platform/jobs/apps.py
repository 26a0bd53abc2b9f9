from truso.platform.apps import ModuleConfig


class JobsConfig(ModuleConfig):
    name = "truso.platform.jobs"
    label = "jobs"
