from django.http import Http404, HttpRequest, HttpResponse

from truso.platform.access import public


@public
def rendition(request: HttpRequest, **_: str) -> HttpResponse:
    raise Http404
