from truso.platform.apps import ModuleConfig


class PaymentsConfig(ModuleConfig):
    name = "truso.modules.payments"
    label = "payments"
