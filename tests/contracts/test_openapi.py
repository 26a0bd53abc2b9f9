"""The API's description is part of the contract: it changes on purpose, in a diff one can read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from truso.api.urls import api

SNAPSHOT = Path(__file__).with_name("openapi.json")


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    return json.loads(json.dumps(api.get_openapi_schema(), default=str))


def test_the_description_is_the_committed_one(description: dict[str, Any]) -> None:
    text = json.dumps(description, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if os.environ.get("RENEW") == "1":
        SNAPSHOT.write_text(text)
    assert SNAPSHOT.read_text() == text, (
        "The API's description has changed. If that is meant and old callers still work, renew it: "
        "RENEW=1 python -m pytest tests/contracts/test_openapi.py, and say in the commit what callers gain."
    )


def test_every_operation_says_who_may_call_and_what_goes_wrong(description: dict[str, Any]) -> None:
    for path, item in description["paths"].items():
        for method, operation in item.items():
            where = f"{method} {path}"
            assert path.startswith("/api/v1/"), where
            assert operation["description"], where
            assert operation["security"], where
            for status in ("400", "401", "403", "404", "500"):
                problem = operation["responses"][status]["content"]["application/problem+json"]["schema"]
                assert problem == {"$ref": "#/components/schemas/Problem"}, where


def test_no_answer_speaks_of_keys_of_tables(description: dict[str, Any]) -> None:
    numbers = {
        f"{name}.{field}"
        for name, schema in description["components"]["schemas"].items()
        for field, kind in schema.get("properties", {}).items()
        if field == "id" or (field.endswith("_id") and kind.get("format") != "uuid" and "anyOf" not in kind)
    }
    assert numbers == set()


def test_money_and_quantities_are_never_floats(description: dict[str, Any]) -> None:
    assert '"type": "number"' not in json.dumps(description)


def test_every_reference_leads_somewhere(description: dict[str, Any]) -> None:
    def references(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
            return own.union(*map(references, value.values()))
        return set().union(*map(references, value)) if isinstance(value, list) else set()

    for reference in references(description):
        _, _, kind, name = reference.split("/")
        assert name in description["components"][kind], reference
