from django.http import Http404, HttpRequest, HttpResponse

from truso.platform.access import public


@public
def search(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404


@public
def suggest(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404
