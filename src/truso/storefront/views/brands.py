from django.http import Http404, HttpRequest, HttpResponse

from truso.platform.access import public


@public
def brand(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404
