"""Which adapter fills which port. The one place that knows both sides."""

from __future__ import annotations

from django.conf import settings

from truso.modules.payments.gateways import DemoGateway, register_gateway
from truso.processes.product_papers import register_wording


def compose() -> None:
    """Fill the ports. Called once, when Django is ready."""
    if settings.DEMO:
        from demo.documents import WORDINGS

        register_gateway(DemoGateway())
        for kind, wording in WORDINGS.items():
            register_wording(kind, wording)
