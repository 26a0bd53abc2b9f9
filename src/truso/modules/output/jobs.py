"""What this module does in the background."""

from __future__ import annotations

from uuid import UUID

from truso.modules.output import operations
from truso.platform.jobs import task


@task("output.send_mail")
def send_mail(mail_uuid: str) -> None:
    """Send a queued mail; harmless when it was sent already."""
    operations.send_mail(mail_uuid=UUID(mail_uuid))
