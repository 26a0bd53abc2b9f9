from django.http import Http404, HttpRequest, HttpResponse

from truso.platform.access import public


@public
def guides(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404


@public
def article(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404
