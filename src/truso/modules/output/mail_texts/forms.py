"""The shape of the mail texts."""

from __future__ import annotations

# A text, or its plural forms by CLDR category (`one`, `few`, `many`, `other`).
Text = str | dict[str, str]
Texts = dict[str, Text]
Mails = dict[str, Texts]
