from truso.platform.apps import ModuleConfig


class AgreementsConfig(ModuleConfig):
    name = "truso.modules.agreements"
    label = "agreements"
