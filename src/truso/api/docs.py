"""The API's documentation as a page: readable without scripts, loading nothing from elsewhere."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from truso.api.openapi import METHODS
from truso.api.problems import not_found
from truso.platform.access import public


@public
@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Show the API's description."""
    return render(request, "api/docs.html", _contents())


@public
def unknown(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer for addresses the API does not have."""
    return not_found()


@lru_cache(maxsize=1)
def _contents() -> dict[str, Any]:
    from truso.api.urls import api
    from truso.processes.sentences import SENTENCES

    schema = api.get_openapi_schema()
    groups: dict[str, list[dict[str, Any]]] = {}
    for path, item in schema["paths"].items():
        for method in METHODS:
            if method in item:
                groups.setdefault(item[method]["tags"][0], []).append(_operation(path, method, item[method], schema))
    return {
        "title": schema["info"]["title"],
        "version": schema["info"]["version"],
        "paragraphs": [" ".join(part.split()) for part in schema["info"]["description"].split("\n\n")],
        "groups": groups,
        "schemas": {name: _schema(value) for name, value in sorted(schema["components"]["schemas"].items())},
        "codes": dict(sorted(SENTENCES.items())),
    }


def _operation(path: str, method: str, operation: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    success = next(value for code, value in operation["responses"].items() if code.startswith("2"))
    answer: tuple[str, Any] = next(iter(success.get("content", {}).items()), ("", {}))
    return {
        "id": operation["operationId"],
        "method": method.upper(),
        "path": path,
        "description": operation.get("description") or operation["summary"],
        "scope": operation["x-scope"],
        "is_open": {} in operation["security"],
        "parameters": [one for one in operation["parameters"] if "$ref" not in one],
        "body": _reference(body),
        "media": answer[0],
        "answer": _reference(answer[1].get("schema", {})),
    }


def _reference(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]


def _schema(schema: dict[str, Any]) -> dict[str, Any]:
    required = set(schema.get("required", ()))
    return {
        "description": schema.get("description", ""),
        "fields": [(name, *_type(value), name in required) for name, value in schema.get("properties", {}).items()],
    }


def _type(value: dict[str, Any]) -> tuple[str, str, str]:
    """Return a field's type in words, the schema it links to, and its description."""
    description = str(value.get("description", ""))
    if "$ref" in value:
        return "", _reference(value), description
    if "anyOf" in value:
        parts = [_type(one) for one in value["anyOf"]]
        return (
            " or ".join(part[0] or part[1] for part in parts),
            next((part[1] for part in parts if part[1]), ""),
            description,
        )
    if value.get("type") == "array":
        inner = _type(value.get("items", {}))
        return f"list of {inner[0] or inner[1]}", inner[1], description
    limits = ", ".join(
        f"{name} {value[name]}" for name in ("format", "maxLength", "minLength", "minimum", "maximum") if name in value
    )
    kind = str(value.get("type", "any"))
    default = f", default {json.dumps(value['default'])}" if "default" in value and value["default"] is not None else ""
    return f"{kind}{f' ({limits})' if limits else ''}{default}", "", description
