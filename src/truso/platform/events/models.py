"""Events as they were announced, and which handler has taken which."""

from django.db import models


class OutboxEvent(models.Model):
    """An event stored with the change it tells of. Holds ids only, no personal values."""

    uuid = models.UUIDField(unique=True)
    kind = models.CharField(max_length=100)
    aggregate = models.CharField(max_length=80)
    payload = models.JSONField()
    occurred_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["aggregate", "id"], name="outbox_aggregate")]

    def __str__(self) -> str:
        return f"{self.kind} {self.aggregate}"


class HandledEvent(models.Model):
    """A handler that has taken an event: what makes handling it twice do nothing."""

    handler = models.CharField(max_length=150)
    event = models.ForeignKey(OutboxEvent, on_delete=models.CASCADE, related_name="+")
    handled_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "handler"], name="handled_once")]

    def __str__(self) -> str:
        return f"{self.handler} {self.event_id}"
