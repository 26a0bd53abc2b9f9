"""The questions of a selector, each with its answers as lines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from truso.backoffice.acting import act_once, staff_screen
from truso.backoffice.forms import LANGUAGE_NAMES
from truso.backoffice.pages import page
from truso.backoffice.words import language
from truso.kernel.money import parse_amount
from truso.kernel.texts import LANGUAGES
from truso.modules.catalog.models import Attribute, Selector, SelectorQuestion
from truso.modules.catalog.selector_rules import CHOOSABLE, MOST_QUESTIONS
from truso.modules.catalog.selectors import QuestionChange, save_questions
from truso.modules.output.formats import format_typed

SPARE = 2
LONGEST_LINES = 8_000


@staff_screen("catalog.view_selector", "GET", "HEAD", "POST")
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a selector's questions, and change them for those who may."""
    selector = Selector.objects.filter(pk=pk).select_related("category").first()
    if selector is None:
        raise Http404
    can_change = request.user.has_perm("catalog.change_selector")
    problems: list[str] = []
    rows = [_shown(row) for row in selector.questions.select_related("attribute")]
    if request.method == "POST":
        if not can_change:
            raise Http404
        rows = _typed(request.POST)
        changes = [_change(row) for row in rows]
        names = {f"questions.{place}": row["attribute"] or _("Question") for place, row in enumerate(rows)}
        problems = act_once(
            request,
            lambda: save_questions(selector=selector, questions=changes),
            done=_("The questions are saved."),
            names=names,
        )
        if not problems:
            return redirect("backoffice:selector", pk=pk)
    blank: dict[str, Any] = {"attribute": "", "texts": [(code, LANGUAGE_NAMES[code], "") for code in LANGUAGES]}
    rows += [{**blank, "answers": ""} for _place in range(SPARE)]
    attributes = Attribute.objects.filter(type__in=CHOOSABLE)
    context = {
        "selector": selector, "rows": list(enumerate(rows[:MOST_QUESTIONS])), "attributes": list(attributes),
        "problems": problems, "can_change": can_change,
    }  # fmt: skip
    trail = [(_("Selectors"), "staff_selectors:index")]
    return page(request, "selector.html", str(selector), trail, context, status=422 if problems else 200)


def _shown(row: SelectorQuestion) -> dict[str, Any]:
    return {
        "attribute": row.attribute.code,
        "texts": [(code, LANGUAGE_NAMES[code], row.texts.get(code, "")) for code in LANGUAGES],
        "answers": "\n".join(_line_of(answer) for answer in row.answers),
    }


def _line_of(answer: Mapping[str, Any]) -> str:
    names = " | ".join(answer["names"].get(code, "") for code in LANGUAGES)
    meant = ", ".join(answer.get("values") or ()) or f"{_end(answer, 'minimum')}..{_end(answer, 'maximum')}"
    return f"{answer['code']}: {names} = {meant}"


def _end(answer: Mapping[str, Any], name: str) -> str:
    return format_typed(Decimal(answer[name]), language()) if answer.get(name) else ""


def _typed(data: QueryDict) -> list[dict[str, Any]]:
    """Return the questions with anything in them, as typed, in the order asked for."""
    rows = []
    for key in data.getlist("row")[:MOST_QUESTIONS]:
        row: dict[str, Any] = {
            "attribute": data.get(f"attribute_{key}", "")[:60],
            "texts": [(code, LANGUAGE_NAMES[code], data.get(f"text_{key}_{code}", "")[:200]) for code in LANGUAGES],
            "answers": data.get(f"answers_{key}", "")[:LONGEST_LINES],
        }
        is_blank = not (row["attribute"] or row["answers"].strip() or any(text for _c, _n, text in row["texts"]))
        if not is_blank and not data.get(f"remove_{key}"):
            rows.append((_place(data.get(f"position_{key}", "")), row))
    return [row for _at, row in sorted(rows, key=lambda pair: pair[0])]


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 9_999


def _change(row: Mapping[str, Any]) -> QuestionChange:
    answers = [_answer(line) for line in row["answers"].splitlines() if line.strip()]
    return QuestionChange(row["attribute"], {code: text for code, _name, text in row["texts"]}, answers)


def _answer(line: str) -> dict[str, Any]:
    """Read `code: Norwegian | Swedish | Polish | English = value, value` or `… = 3..8`; what is amiss the operation refuses."""
    head, _sign, meant = line.rpartition("=")
    code, _colon, rest = head.partition(":")
    names = {name: text.strip() for name, text in zip(LANGUAGES, rest.split("|"), strict=False) if text.strip()}
    answer: dict[str, Any] = {"code": code.strip() or line.strip()[:40], "names": names}
    if ".." not in meant:
        return {**answer, "values": [value.strip() for value in meant.split(",") if value.strip()]}
    least, _dots, most = meant.partition("..")
    for name, text in (("minimum", least), ("maximum", most)):
        number = parse_amount(text.strip()) if text.strip() else None
        if text.strip():
            answer[name] = text.strip() if number is None else f"{number:f}"
    return answer
