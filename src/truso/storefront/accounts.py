"""How people sign in: allauth with our ways."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Signing in by e-mail address; mails go through the shop's own templates and send log."""
