"""Events: announced in the transaction of the change, handled at least once, in order per aggregate."""

from truso.platform.events.registry import Event, publish, subscribe

__all__ = ["Event", "publish", "subscribe"]
