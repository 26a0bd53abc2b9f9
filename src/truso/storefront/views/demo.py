"""What only the demo has: signing in as somebody, its mail box, its bank."""

from __future__ import annotations

from uuid import UUID

from allauth.account.adapter import get_adapter
from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from truso.kernel.texts import LANGUAGES
from truso.modules.identity.models import Person
from truso.modules.output.queries import get_mail, list_mails
from truso.modules.payments.models import DemoCharge
from truso.modules.payments.operations import answer_demo_charge
from truso.platform.access import demo_only
from truso.platform.sessions import HAT
from truso.storefront.actor import buyer_on
from truso.storefront.addresses import local_address
from truso.storefront.demo_people import list_demo_people
from truso.storefront.paging import page_of
from truso.storefront.views.cart import uuid_or_none
from truso.storefront.views.pages import render_page, safe_next

PER_PAGE = 40
ANSWERS = {"approve": "authorized", "decline": "refused"}


@demo_only
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """List who one can be."""
    return render_page(request, "storefront/demo/people.html", {"people": list_demo_people(buyer_on(request))})


@demo_only
@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as somebody, in the hat chosen; staff go to the back office."""
    uuid = uuid_or_none(request.POST.get("person", ""))
    person = Person.objects.filter(uuid=uuid, is_active=True).first()
    if person is None:
        raise Http404
    if uuid_or_none(request.POST.get("hat", "")):
        request.session[HAT] = request.POST["hat"]
    else:
        request.session.pop(HAT, None)
    get_adapter(request).login(request, person)
    if person.is_staff and not request.POST.get("hat"):
        return HttpResponseRedirect("/staff/")
    return HttpResponseRedirect(safe_next(request, "/"))


@demo_only
@require_GET
def mails(request: HttpRequest) -> HttpResponse:
    """List the mails of the demo, the latest first."""
    page = Paginator(list_mails(), PER_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "storefront/demo/mails.html", {"mails": page.object_list, "pages": page_of(page)})


@demo_only
@require_GET
def mail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a mail."""
    found = get_mail(uuid=uuid)
    return render_page(request, "storefront/demo/mail.html", {"mail": found, "attachments": found.attachments.all()})


@demo_only
@require_GET
@csp_replace(
    {
        "default-src": [NONE],
        "img-src": [SELF, "data:"],
        "style-src": ["'unsafe-inline'"],
        "script-src": [NONE],
        "sandbox": ["allow-top-navigation-by-user-activation"],
    }
)
def mail_html(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show a mail as a mail program would: in a box without scripts, its links leading out of it."""
    html = get_mail(uuid=uuid).html.replace("<head>", '<head><base target="_top">', 1)
    return HttpResponse(html)


@demo_only
@require_http_methods(["GET", "HEAD", "POST"])
def gateway(request: HttpRequest, reference: str) -> HttpResponse:
    """Be the bank: approve or decline a payment, then send the buyer back to the shop."""
    charge = DemoCharge.objects.filter(reference=reference).first()
    if charge is None:
        raise Http404
    back = local_address(request.POST.get("return") or request.GET.get("return") or "", "/")
    if request.method == "POST":
        state = ANSWERS.get(request.POST.get("answer", ""))
        if state:
            with transaction.atomic():
                answer_demo_charge(reference=reference, state=state)
        return HttpResponseRedirect(back)
    first = back.split("/", 2)[1]
    with translation.override(first if first in LANGUAGES else translation.get_language()):
        return render_page(request, "storefront/demo/gateway.html", {"charge": charge, "back": back})
