"""Quick order: paste or upload a list, see every line judged, mend it in place, put the good ones into the cart."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from truso.kernel.refusals import Refusal, Refused, refuse
from truso.modules.cart.filling import fill_cart
from truso.modules.cart.judging import judge_lines
from truso.modules.cart.list_files import MAX_FILE, read_list_file
from truso.modules.cart.quick_order import MAX_ROWS, Pasted, QuickLine, Reading, join_lists, parse_lines, readings_of
from truso.modules.cart.tables import MAX_REFERENCE
from truso.platform.access import public
from truso.platform.idempotency.operations import Answer, answer_once, fingerprint_of
from truso.storefront.actor import buyer_on, ensure_visitor, writing
from truso.storefront.examples import example_numbers
from truso.storefront.quick_rows import write_rows
from truso.storefront.refusals import say
from truso.storefront.views.answers import tell
from truso.storefront.views.cart import added_text, uuid_or_none
from truso.storefront.views.pages import render_page


@public
@require_http_methods(["GET", "HEAD", "POST"])
def quick_order(request: HttpRequest) -> HttpResponse:
    """Show the paste field, judge a list, or put its good rows into the cart; `?codes=` fills the field."""
    if request.method != "POST":
        return _ask(request, request.GET.get("codes", "")[:20_000])
    if "add" in request.POST:
        return _add(request)
    if request.POST.get("judged") == "1":
        return show_judged(request, *_mended(request), title=request.POST.get("title", "")[:120])
    text = request.POST.get("lines", "")
    try:
        pasted = sent_list(request, text)
    except Refused as refused:
        problems = " ".join(say(one, buyer_on(request)) for one in refused.refusals)
        return _ask(request, text, file_problem=problems, status=422)
    if not pasted.lines:
        return _ask(request, text, _("Paste at least one article number, or choose a file."), status=422)
    if len(pasted.lines) > MAX_ROWS:
        return _ask(request, text, say(Refusal("too_many_rows", {"maximum": MAX_ROWS}), buyer_on(request)), status=422)
    return show_judged(request, pasted)


def sent_list(request: HttpRequest, text: str) -> Pasted:
    """Read what was pasted and the file beside it; the file's lines come after."""
    pasted, file = parse_lines(text), request.FILES.get("file")
    if file is None:
        return pasted
    if (file.size or 0) > MAX_FILE:
        raise refuse("file_too_large")
    return join_lists(pasted, read_list_file(file.read()))


def _mended(request: HttpRequest) -> tuple[Pasted, dict[int, UUID]]:
    """Read the rows of the judged form: code, quantity and chosen article of each, less those taken out."""
    lines, chosen = [], {}
    fix_row, _separator, fix_quantity = request.POST.get("fix", "").partition(":")
    take_row, _separator, take_code = request.POST.get("take", "").partition(":")
    removed = {request.POST.get("remove", ""), *request.POST.getlist("drop")}
    for row in request.POST.getlist("row")[:MAX_ROWS]:
        if row in removed or not row.isdigit():
            continue
        code = request.POST.get(f"code.{row}", "").strip()
        if row == take_row:
            code = take_code
        quantity = fix_quantity if row == fix_row else request.POST.get(f"quantity.{row}", "").strip()
        text = request.POST.get(f"text.{row}", "") or f"{code}\t{quantity}"
        if not code:
            continue
        reference = request.POST.get(f"reference.{row}", "").strip()[:MAX_REFERENCE]
        lines.append(QuickLine(int(row), text[:300], _typed(code, quantity), reference))
        variant = uuid_or_none(request.POST.get(f"variant.{row}", ""))
        if variant:
            chosen[int(row)] = variant
    return Pasted(tuple(lines)), chosen


def _typed(code: str, quantity: str) -> tuple[Reading, ...]:
    # In its own fields the code is the code: only the quantity is read as in a list.
    found = readings_of(f"x;{quantity}")[0] if quantity else Reading(code, None)
    return (Reading(code[:60], found.quantity, found.quantity_text),)


def _ask(
    request: HttpRequest, text: str, problem: str = "", *, file_problem: str = "", status: int = 200
) -> HttpResponse:
    examples = example_numbers(buyer_on(request))
    context = {"text": text, "problem": problem, "file_problem": file_problem, "examples": examples}
    return render_page(request, "storefront/quick/ask.html", context, status=status)


def show_judged(
    request: HttpRequest, pasted: Pasted, chosen: dict[int, UUID] | None = None, added: str = "", title: str = ""
) -> HttpResponse:
    """Show every line of a list with its verdict, to be mended and put into the cart."""
    buyer = buyer_on(request)
    if not pasted.lines:
        return HttpResponseRedirect(reverse("storefront:quick_order"))
    judged = judge_lines(buyer, pasted.lines, chosen=chosen)
    context = {
        "list": write_rows(buyer, judged),
        "pasted": pasted,
        "key": str(uuid4()),
        "added": added,
        "title": title or _("Quick order"),
    }
    return render_page(request, "storefront/quick/judged.html", context)


def _add(request: HttpRequest) -> HttpResponse:
    return add_judged(
        request, *_mended(request), key=request.POST.get("key", ""), title=request.POST.get("title", "")[:120]
    )


def add_judged(
    request: HttpRequest,
    pasted: Pasted,
    chosen: dict[int, UUID],
    *,
    key: str,
    title: str = "",
    also: Callable[[], None] = lambda: None,
) -> HttpResponse:
    """Put the good lines of a list into the cart, once for a key and what it brings, and show the others to be mended.

    `also` is done with it, when any line goes in.
    """
    buyer = ensure_visitor(request)
    judged = judge_lines(buyer, pasted.lines, chosen=chosen)
    good = [line for line in judged if line.is_good]
    rest = Pasted(tuple(line for line, verdict in zip(pasted.lines, judged, strict=True) if not verdict.is_good))
    if not good:
        return show_judged(request, rest, chosen, title=title)
    wishes = [(str(line.article.uuid if line.article else ""), str(line.quantity), line.reference) for line in good]

    def act() -> Answer:
        also()
        return Answer(200, {"lines": fill_cart(buyer=buyer, lines=good)})

    try:
        with writing(request):
            answer = answer_once(
                scope=f"quick_order:{buyer.session_key or buyer.person_id}:{buyer.customer_id}",
                # The browser's Back brings an old key along: with another choice it is another order.
                key=key and f"{key}:{fingerprint_of(wishes)}",
                payload=wishes,
                act=act,
            )
    except Refused as refused:
        tell(request, refused.refusals)
        return show_judged(request, pasted, chosen, title=title)
    text = added_text(int(answer.body["lines"]))
    if rest.lines:
        return show_judged(request, rest, chosen, text, title)
    messages.success(request, text)
    return HttpResponseRedirect(reverse("storefront:cart"))
