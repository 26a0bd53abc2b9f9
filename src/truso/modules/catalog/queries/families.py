"""What families of goods are described by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from truso.kernel.texts import in_language
from truso.kernel.value import replace
from truso.modules.catalog.models import Attribute, FamilyAttribute
from truso.modules.catalog.values import AttributeDefinition, ChoiceDefinition
from truso.platform.shortlived import short_lived


@short_lived(seconds=30)
def family_definitions(family_id: int, language: str) -> tuple[AttributeDefinition, ...]:
    """Return a family's attributes in order, in the reader's language."""
    rows = FamilyAttribute.objects.filter(family_id=family_id).select_related("attribute", "group")
    return tuple(_definition(row, language) for row in rows)


@short_lived(seconds=30)
def attributes_by_code(language: str) -> Mapping[str, AttributeDefinition]:
    """Return every attribute of the house, for reading filters out of addresses."""
    return {attribute.code: _attribute(attribute, language) for attribute in Attribute.objects.all()}


def _definition(row: FamilyAttribute, language: str) -> AttributeDefinition:
    return replace(
        _attribute(row.attribute, language), group=in_language(row.group.names, language) if row.group else "", is_variant_axis=row.is_variant_axis,
        is_facet=row.is_facet, is_column=row.is_column, is_required=row.is_required, is_compared=row.is_compared,
    )  # fmt: skip


def _attribute(attribute: Attribute, language: str) -> AttributeDefinition:
    return AttributeDefinition(
        code=attribute.code, type=attribute.type, name=in_language(attribute.names, language) or attribute.code,
        unit=attribute.unit, decimals=attribute.decimals,
        choices=tuple(_choice(choice, language) for choice in attribute.choices), scope=attribute.scope,
        etim_feature=attribute.etim_feature,
    )  # fmt: skip


def _choice(choice: Mapping[str, Any], language: str) -> ChoiceDefinition:
    code = str(choice.get("code", ""))
    return ChoiceDefinition(code, in_language(choice.get("names"), language) or code, str(choice.get("swatch") or ""))
