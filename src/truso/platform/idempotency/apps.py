from truso.platform.apps import ModuleConfig


class IdempotencyConfig(ModuleConfig):
    name = "truso.platform.idempotency"
    label = "idempotency"
