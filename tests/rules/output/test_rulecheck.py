"""The rule check says what is wrong and where, in a process of its own that may die."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.rules.output import samples
from tests.rules.output.rulefolders import SPECS, needs_specs
from truso.modules.output.rulecheck import RuleChecker, RuleCheckFailed, RuleReport, check_rules
from truso.modules.output.ubl import write_ubl

XML = write_ubl(samples.no_invoice()).decode()


def without(text: str, first: str, last: str) -> str:
    """The document less what stands between two marks."""
    start = text.index(first)
    return text[:start] + text[text.index(last, start) + len(last) :]


# What a broken file is told by: name, how it is broken, the bundled blocking rules, the official ones beside them.
PAYABLE = 'PayableAmount currencyID="NOK">'
BUYER_REFERENCE = ("<cbc:BuyerReference>", "</cbc:BuyerReference>")
ORDER_REFERENCE = ("<cac:OrderReference>", "</cac:OrderReference>")
BROKEN: dict[str, tuple[Callable[[str], str], set[str], set[str]]] = {
    "payable": (lambda x: x.replace(PAYABLE, f"{PAYABLE}9"), {"BR-CO-16"}, set()),
    "no references": (
        lambda x: without(without(x, *BUYER_REFERENCE), *ORDER_REFERENCE),
        set(),
        {"PEPPOL-EN16931-R003"},
    ),
    "no MVA": (lambda x: x.replace("NO123456785MVA", "NO123456785"), set(), {"NO-R-001"}),
    "check digit": (lambda x: x.replace(">987654325<", ">987654321<"), set(), {"PEPPOL-COMMON-R041"}),
    "currency": (lambda x: x.replace("NOK", "NOX"), {"BR-CL-03", "BR-CL-04"}, {"PEPPOL-EN16931-CL007"}),
    "category": (lambda x: x.replace("<cbc:Percent>15</cbc:Percent>", ""), {"BR-48"}, set()),
}


def rules_of(report: RuleReport) -> set[str]:
    return {finding.rule for finding in report.errors}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_found_by_the_bundled_rules(name: str, bundled_rules: RuleChecker) -> None:
    mangle, european, peppol = BROKEN[name]
    report = bundled_rules.check(mangle(XML).encode())
    assert european <= rules_of(report)
    assert peppol <= {finding.rule for finding in report.warnings}
    assert not any(rule.startswith(("PEPPOL", "NO-R")) for rule in rules_of(report))


@needs_specs
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_by_a_folder_with_current_rules(name: str, official_rules: RuleChecker) -> None:
    mangle, european, peppol = BROKEN[name]
    assert european | peppol <= rules_of(official_rules.check(mangle(XML).encode()))


@needs_specs
def test_the_official_examples_are_clean(official_rules: RuleChecker) -> None:
    folder = SPECS / "examples" / "peppol-2026.5" / "billing"
    reports = {path.name: official_rules.check(path.read_bytes()) for path in sorted(folder.glob("*.xml"))}
    assert len(reports) == 10
    assert {name: report.errors for name, report in reports.items() if report.errors} == {}


@needs_specs
@pytest.mark.parametrize("name", BROKEN)
def test_our_own_compiling_of_the_european_rules_finds_what_the_compiled_ones_find(
    name: str, bundled_rules: RuleChecker, official_rules: RuleChecker
) -> None:
    xml = BROKEN[name][0](XML).encode()
    ours = {(f.rule, f.location) for f in official_rules.check(xml).errors if f.rule.startswith(("BR-", "UBL-"))}
    theirs = {(f.rule, f.location) for f in bundled_rules.check(xml).errors}
    assert ours == theirs


def test_a_finding_says_rule_text_place_and_severity(bundled_rules: RuleChecker) -> None:
    finding = bundled_rules.check(BROKEN["payable"][0](XML).encode()).errors[0]
    assert (finding.rule, finding.location, finding.severity) == (
        "BR-CO-16",
        "/Invoice[1]/LegalMonetaryTotal[1]",
        "error",
    )
    assert finding.text.startswith("[BR-CO-16]-Amount due for payment (BT-115)")


@pytest.mark.parametrize(
    ("xml", "rule"),
    [
        (b"no xml at all", "XML"),
        (b"", "XML"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "XML"),
        (b"<Order/>", "XSD"),
        (XML.replace("cbc:IssueDate", "cbc:IssuedDate").encode(), "XSD"),
        (without(XML, "<cbc:ID>", "</cbc:ID>").encode(), "XSD"),
    ],
)
def test_what_is_no_document_of_ours_is_an_error(xml: bytes, rule: str, bundled_rules: RuleChecker) -> None:
    assert rule in rules_of(bundled_rules.check(xml))


def test_a_child_that_was_killed_is_replaced(bundled_rules: RuleChecker) -> None:
    bundled_rules.check(XML.encode())
    killed = bundled_rules.child_pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert bundled_rules.check(XML.encode()).passed
    assert bundled_rules.child_pid != killed


def test_threads_share_one_child(bundled_rules: RuleChecker) -> None:
    good, bad = XML.encode(), BROKEN["payable"][0](XML).encode()
    with ThreadPoolExecutor(8) as threads:
        passed = [report.passed for report in threads.map(bundled_rules.check, [good, bad] * 12)]
    assert passed == [True, False] * 12


def test_too_slow_an_answer_is_no_answer_and_the_child_is_gone() -> None:
    checker = RuleChecker(timeout=0.05)
    with pytest.raises(RuleCheckFailed, match=r"no answer in 0\.05 seconds"):
        checker.check(XML.encode())
    assert checker.child_pid is None


def test_a_folder_without_rules_never_lets_a_document_pass(tmp_path: Path) -> None:
    checker = RuleChecker(str(tmp_path))
    with pytest.raises(RuleCheckFailed):
        checker.check(XML.encode())


def test_the_environment_names_the_folder_with_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = '<assert id="HOUSE-1" test="false()" flag="fatal">No <name/> today, <value-of select="cbc:ID"/>.</assert>'
    (tmp_path / "house.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="cbc" '
        'uri="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"/>'
        '<ns prefix="i" uri="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
        f'<pattern><rule context="i:Invoice">{rule}</rule></pattern></schema>'
    )
    monkeypatch.setenv("TRUSO_RULES_DIR", str(tmp_path))
    finding = check_rules(XML.encode()).errors[0]
    assert (finding.rule, finding.text, finding.location) == ("HOUSE-1", "No Invoice today, 100245.", "/Invoice[1]")


def test_the_rule_engine_never_enters_this_process(bundled_rules: RuleChecker) -> None:
    bundled_rules.check(XML.encode())
    assert "saxonche" not in sys.modules
