"""Why a field does not fit the schema, in the caller's language: the validator's own sentences are English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

_NUMBER = _("a whole number is wanted")
_TEXT = _("a text is wanted")
_OBJECT = _("an object is wanted")
_UUID = _("a UUID is wanted")
_YES_OR_NO = _("true or false is wanted")

# The validator's kinds of error. What `%(…)s` names comes with the error. Source: pydantic, Validation Errors.
REASONS: Mapping[str, str] = {
    "missing": _("it is missing"),
    "extra_forbidden": _("there is no such field"),
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_long": _("it may have at most %(max_length)s characters"),
    "string_too_short": _("it must have at least %(min_length)s characters"),
    "string_pattern_mismatch": _("it does not have the right form"),
    "too_long": _("it may hold at most %(max_length)s"),
    "too_short": _("it must hold at least %(min_length)s"),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_parsing_size": _NUMBER,
    "int_from_float": _NUMBER,
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "uuid_parsing": _UUID,
    "uuid_type": _UUID,
    "literal_error": _("it must be one of %(expected)s"),
    "greater_than_equal": _("it must be at least %(ge)s"),
    "less_than_equal": _("it may be at most %(le)s"),
    "list_type": _("a list is wanted"),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}
_OTHER = _("it is not valid")


def reason_of(error: Mapping[str, Any]) -> str:
    """Return why a field does not fit, from an error of the validator, in the active language."""
    values = dict(error.get("ctx") or {})
    if "expected" in values:
        # The validator joins the last two with an English word.
        values["expected"] = str(values["expected"]).replace(" or ", ", ")
    template = REASONS.get(str(error.get("type", "")), _OTHER)
    return gettext(template) % values
