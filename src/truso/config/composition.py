"""Which adapter fills which port. The one place that knows both sides."""

from __future__ import annotations

from django.conf import settings

from truso.modules.payments.gateways import DemoGateway, register_gateway


def compose() -> None:
    """Fill the ports. Called once, when Django is ready."""
    if settings.DEMO:
        register_gateway(DemoGateway())
