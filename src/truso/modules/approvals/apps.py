from truso.platform.apps import ModuleConfig


class ApprovalsConfig(ModuleConfig):
    name = "truso.modules.approvals"
    label = "approvals"
