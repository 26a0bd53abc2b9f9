from django.http import Http404, HttpRequest, HttpResponse

from truso.platform.access import public


@public
def index(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404


@public
def of_language(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404
