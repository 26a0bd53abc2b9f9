from truso.platform.apps import ModuleConfig


class IdentityConfig(ModuleConfig):
    name = "truso.modules.identity"
    label = "identity"
