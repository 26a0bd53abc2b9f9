"""The API put together: its routes, its problems, its description."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from truso.api import parsing
from truso.api.auth import Gate
from truso.api.openapi import INTRODUCTION, complete
from truso.api.problems import HANDLERS, problem
from truso.api.routes import (
    account,
    agreements,
    cart,
    catalog,
    company,
    data,
    data_changes,
    data_imports,
    guides,
    lists,
    orders,
    pricing,
    steering,
    taxes,
)
from truso.kernel.refusals import Refusal
from truso.platform.access import Access

VERSION = "1.0.0"
Handler = Callable[..., HttpResponse]


class TrusoApi(NinjaAPI):
    """The API under `/api/v1/`."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> OpenAPISchema:
        """Return the description with the answers' own schemas."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        root = self.get_root_path({}).rstrip("/")
        gates = {
            (root + path, method): gate for path, methods in self.gates().items() for method, gate in methods.items()
        }
        return complete(schema, gates)  # type: ignore[return-value, arg-type]

    def gates(self) -> dict[str, dict[str, Gate]]:
        """Return what every operation asks of its caller, by path and method."""
        found: dict[str, dict[str, Gate]] = {}
        for router in self._get_bound_routers():
            for path, view in router.path_operations.items():
                for operation in view.operations:
                    if not (operation.auth_callbacks and isinstance(operation.auth_callbacks[0], Gate)):
                        raise RuntimeError(f"{operation.methods} {path} does not say who may call it")
                    for method in operation.methods:
                        found.setdefault(path.replace("{path:", "{"), {})[method] = operation.auth_callbacks[0]
        return found


def make_api() -> TrusoApi:
    """Put the API together."""
    api = TrusoApi(
        title="Truso",
        version=VERSION,
        description=INTRODUCTION.strip(),
        urls_namespace="api",
        docs_url=None,
        openapi_url="/openapi.json",
        parser=parsing.StrictParser(),
    )
    for kind, handler in HANDLERS:
        api.add_exception_handler(kind, handler)
    for router in (
        catalog.router,
        pricing.router,
        guides.router,
        cart.router,
        lists.router,
        orders.router,
        company.approvals,
        company.invoices,
        account.router,
        data_imports.router,
        data_changes.router,
        data.router,
        steering.router,
        taxes.router,
        agreements.router,
    ):
        api.add_router("", router)
    return api


def guarded_urls(api: TrusoApi) -> tuple[list[URLPattern], str, str]:
    """Return the API's addresses, each declaring its access, answering HEAD like GET, and refusing as a problem."""
    patterns, app_name, namespace = api.urls
    by_name = {view.url_name: view for router in api._get_bound_routers() for view in router.path_operations.values()}
    own = [pattern for pattern in patterns if isinstance(pattern, URLPattern)]
    for pattern in own:
        if pattern.name == "api-root":
            pattern.callback = _to_documentation
        view = by_name.get(pattern.name)
        gates = {method: op.auth_callbacks[0] for op in view.operations for method in op.methods} if view else {}
        pattern.callback = _guarded(pattern.callback, gates)  # type: ignore[arg-type]
    return own, app_name, namespace


def _without_body(response: HttpResponseBase) -> HttpResponse:
    """Return an answer's head alone; what would have been streamed is let go of."""
    if isinstance(response, HttpResponse):
        response.content = b""
        return response
    head = HttpResponse(status=response.status_code, headers=dict(response.headers))
    response.close()
    return head


def _to_documentation(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect("/api/docs")


def _guarded(view: Handler, gates: dict[str, Gate]) -> Handler:
    @wraps(view, assigned=("__doc__",))
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            allowed = response["Allow"]
            response = problem(405, [Refusal("method_not_allowed")])
            response["Allow"] = allowed
        if is_head:
            response = _without_body(response)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    guarded.csrf_exempt = True  # type: ignore[attr-defined]  # the session's own check stands in `auth`
    guarded.access = Access("api" if gates else "public")  # type: ignore[attr-defined]
    guarded.gates = gates  # type: ignore[attr-defined]
    return guarded
