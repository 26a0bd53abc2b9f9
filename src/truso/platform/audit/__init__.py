"""The audit trail: written by triggers, whole when a person is erased."""

from truso.platform.audit.registry import append_only, audited

__all__ = ["append_only", "audited"]
