"""How staff steer searches: synonyms, redirects, and what stands first or last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from truso.kernel.buyer import Buyer
from truso.kernel.identifiers import fold
from truso.kernel.refusals import Refusal, Refused
from truso.kernel.value import Value
from truso.modules.search.models import Merchandising, Redirect, Synonym
from truso.platform.shortlived import forget, short_lived

MOST_ALTERNATIVES = 8
MOST_TERMS = 30
MOST_PINS = 50


class Steering(Value, frozen=True):
    """What the merchant wants of one list: products first in this order, and (kind, id) before and after the others."""

    pinned: tuple[int, ...] = ()
    boosted: tuple[tuple[str, int], ...] = ()
    buried: tuple[tuple[str, int], ...] = ()


NO_STEERING = Steering()


class _Rule(Value, frozen=True):
    place: str
    text_key: str
    category_id: int | None
    action: str
    product_id: int | None
    brand_id: int | None
    market_id: int | None
    segment_id: int | None
    starts_on: date | None
    ends_on: date | None


def text_key(text: str) -> str:
    """Return a text as it is compared: case, accents and spaces do not count."""
    return " ".join(fold(text).split())[:100]


@short_lived(seconds=15)
def _rules() -> Mapping[tuple[str, str, int | None], tuple[_Rule, ...]]:
    names = ("place", "text_key", "category_id", "action", "product_id", "brand_id", "market_id", "segment_id")
    rows = Merchandising.objects.order_by("position", "id").values_list(*names, "starts_on", "ends_on")
    found: dict[tuple[str, str, int | None], list[_Rule]] = {}
    for row in rows:
        rule = _Rule(*row)
        found.setdefault((rule.place, rule.text_key, rule.category_id), []).append(rule)
    return {key: tuple(several) for key, several in found.items()}


def steering_for(buyer: Buyer, *, text: str = "", category_id: int | None = None) -> Steering:
    """Return what the merchant wants first and last for a buyer: of a text, else of a category."""
    if text.strip():
        rules = _rules().get(("query", text_key(text), None), ())
    else:
        rules = _rules().get(("category", "", category_id), ()) if category_id else ()
    return _steering(buyer, rules) if rules else NO_STEERING


def promoted_products(buyer: Buyer) -> tuple[int, ...]:
    """Return the products the merchant promotes to a buyer among suggested purchases, in their order."""
    rules = _rules().get(("suggestions", "", None), ())
    return tuple(rule.product_id for rule in rules if rule.product_id and _applies(rule, buyer))


def _steering(buyer: Buyer, rules: Sequence[_Rule]) -> Steering:
    wanted = [rule for rule in rules if _applies(rule, buyer)]
    named = [(rule.action, ("product", rule.product_id) if rule.product_id else ("brand", rule.brand_id or 0)) for rule in wanted]  # fmt: skip
    pins = dict.fromkeys(one[1] for action, one in named if action == "pin")
    return Steering(
        tuple(pins)[:MOST_PINS],
        tuple(one for action, one in named if action == "boost"),
        tuple(one for action, one in named if action == "bury"),
    )


def _applies(rule: _Rule, buyer: Buyer) -> bool:
    segments = buyer.customer.segment_ids if buyer.customer else ()
    return (
        (rule.market_id is None or rule.market_id == buyer.market.id)
        and (rule.segment_id is None or rule.segment_id in segments)
        and (rule.starts_on is None or rule.starts_on <= buyer.today)
        and (rule.ends_on is None or rule.ends_on >= buyer.today)
    )


# Synonyms


@short_lived(seconds=15)
def _synonyms() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return, per wording as compared, the languages it counts in and the other wordings."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for language, terms in Synonym.objects.values_list("language", "terms"):
        for term in terms:
            others = tuple(one for one in terms if text_key(one) != text_key(term))
            found.setdefault(text_key(term), []).append((language, others))
    return {key: tuple(several) for key, several in found.items()}


def alternatives_of(text: str, language: str) -> tuple[str, ...]:
    """Return the other wordings of a text: each with one of its wordings replaced by a synonym, at most eight."""
    known = _synonyms()
    words = text.split()
    if not known or not words:
        return ()
    found: dict[str, None] = {}
    for start in range(len(words)):
        for end in range(min(len(words), start + 4), start, -1):
            for where, others in known.get(text_key(" ".join(words[start:end])), ()):
                if where in ("", language):
                    for other in others:
                        found.setdefault(" ".join([*words[:start], other, *words[end:]]))
    return tuple(found)[:MOST_ALTERNATIVES]


def save_synonym(*, synonym: Synonym) -> Synonym:
    """Write wordings that mean the same. Refuses `synonym_too_few` for fewer than two, `synonym_too_many` beyond thirty."""
    terms = list({text_key(term): " ".join(term.split())[:60] for term in synonym.terms if text_key(term)}.values())
    if len(terms) < 2:
        raise Refused(Refusal("synonym_too_few", subject="terms"))
    if len(terms) > MOST_TERMS:
        raise Refused(Refusal("synonym_too_many", {"most": MOST_TERMS}, "terms"))
    synonym.terms = terms
    synonym.save()
    forget()
    return synonym


# Redirects


@short_lived(seconds=15)
def _redirects() -> Mapping[tuple[str, str], str]:
    rows = Redirect.objects.values_list("text_key", "language", "target")
    return {(key, language): target for key, language, target in rows}


def redirect_for(text: str, language: str) -> str:
    """Return the page a text leads to, in this language else in all; nothing where hits are shown."""
    known = _redirects()
    key = text_key(text)
    target = known.get((key, language)) or known.get((key, ""), "")
    return target.replace("{language}", language)


def save_redirect(*, redirect: Redirect) -> Redirect:
    """Write a redirect. Its target is a page of the shop (`/{language}/guides/returns/`), never another house's.

    Refuses `redirect_foreign` and `redirect_twice`.
    """
    redirect.text_key = text_key(redirect.text)
    target = redirect.target.strip()
    if not target.startswith("/") or target.startswith(("//", "/\\")) or any(not one.isprintable() for one in target):
        raise Refused(Refusal("redirect_foreign", subject="target"))
    twin = Redirect.objects.filter(text_key=redirect.text_key, language=redirect.language).exclude(pk=redirect.pk)
    if twin.exists():
        raise Refused(Refusal("redirect_twice", subject="text"))
    redirect.target = target
    redirect.save()
    forget()
    return redirect


def save_rule(*, rule: Merchandising) -> Merchandising:
    """Write what stands first or last somewhere. What does not belong to the place is left out.

    Refuses `rule_place_missing` (no text or category), `rule_subject_missing` (not exactly one of product and brand),
    `rule_pins_products` (a brand can't be pinned or suggested) and `period_upside_down`.
    """
    rule.text_key = text_key(rule.text) if rule.place == Merchandising.Place.QUERY else ""
    rule.text = rule.text if rule.text_key else ""
    if rule.place != Merchandising.Place.CATEGORY:
        rule.category = None
    wrong = []
    if rule.place == Merchandising.Place.QUERY and not rule.text_key:
        wrong.append(Refusal("rule_place_missing", subject="text"))
    if rule.place == Merchandising.Place.CATEGORY and rule.category is None:
        wrong.append(Refusal("rule_place_missing", subject="category"))
    if (rule.product is None) == (rule.brand is None):
        wrong.append(Refusal("rule_subject_missing", subject="product"))
    elif rule.brand and (rule.action == "pin" or rule.place == Merchandising.Place.SUGGESTIONS):
        wrong.append(Refusal("rule_pins_products", subject="brand"))
    if rule.starts_on and rule.ends_on and rule.ends_on < rule.starts_on:
        wrong.append(Refusal("period_upside_down", subject="ends_on"))
    if wrong:
        raise Refused(*wrong)
    rule.save()
    forget()
    return rule


def remove_steering(*, record: Synonym | Redirect | Merchandising) -> None:
    """Remove a synonym, a redirect or a rule."""
    record.delete()
    forget()
