"""Schematron to XSLT: turns a rule file into a stylesheet whose result is a validation report (SVRL).

Covers what the European and Peppol rule files use: namespaces, variables on all levels, abstract patterns and rules,
includes, XSLT functions and keys, texts with values in them. Phases and diagnostics are not read.
Source: ISO/IEC 19757-3, query binding xslt2.
"""

from __future__ import annotations

import copy
from pathlib import Path

from lxml import etree

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
SVRL = "http://purl.oclc.org/dsdl/svrl"
# A location people can read: element names and positions without namespaces.
_LOCATION = r"{replace(path(.), 'Q\{[^}]*\}', '')}"
_CARRIED_OVER = ("function", "key", "param", "variable", "import-schema")


def compile_schematron(path: Path) -> bytes:
    """Return the stylesheet (XSLT 3.0) of a rule file.

    Each pattern becomes a mode of its own; in a pattern the first rule whose context fits a node decides.
    """
    schema = _read(path)
    namespaces: dict[str | None, str] = {ns.get("prefix"): ns.get("uri", "") for ns in schema.iter(_sch("ns"))}
    stylesheet = etree.Element(_xsl("stylesheet"), nsmap={**namespaces, "xsl": XSL, "svrl": SVRL}, version="3.0")
    for name in _CARRIED_OVER:
        stylesheet.extend(copy.deepcopy(element) for element in schema.findall(_xsl(name)))
    _variables(stylesheet, schema)
    start = etree.SubElement(stylesheet, _xsl("template"), match="/")
    report = etree.SubElement(start, f"{{{SVRL}}}schematron-output")
    rules = {rule.get("id", ""): rule for rule in schema.iter(_sch("rule")) if rule.get("abstract") == "true"}
    for number, pattern in enumerate(_concrete_patterns(schema)):
        mode = f"pattern-{number}"
        etree.SubElement(stylesheet, _xsl("mode"), {"name": mode, "on-no-match": "shallow-skip"})
        etree.SubElement(report, _xsl("apply-templates"), select="/", mode=mode)
        _variables(stylesheet, pattern)
        _pattern(stylesheet, pattern, mode, rules)
    return etree.tostring(stylesheet, xml_declaration=True, encoding="UTF-8")


def _read(path: Path) -> etree._Element:
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False, no_network=True)
    schema = etree.parse(str(path), parser).getroot()
    for include in list(schema.iter(_sch("include"))):
        included = _read(path.parent / include.get("href", ""))
        included.tail = include.tail
        include.getparent().replace(include, included)
    return schema


def _concrete_patterns(schema: etree._Element) -> list[etree._Element]:
    patterns = list(schema.iter(_sch("pattern")))
    abstract = {pattern.get("id", ""): pattern for pattern in patterns if pattern.get("abstract") == "true"}
    return [
        _instantiate(abstract[pattern.get("is-a", "")], pattern) if pattern.get("is-a") else pattern
        for pattern in patterns
        if pattern.get("abstract") != "true"
    ]


def _instantiate(abstract: etree._Element, pattern: etree._Element) -> etree._Element:
    """Fill an abstract pattern's `$parameters`; longer names first, so that `$a` does not eat `$ab`."""
    values = {param.get("name", ""): param.get("value", "") for param in pattern.findall(_sch("param"))}
    filled = copy.deepcopy(abstract)
    for element in filled.iter(etree.Element):
        for attribute in element.attrib:
            for name in sorted(values, key=len, reverse=True):
                element.set(attribute, element.get(attribute, "").replace(f"${name}", values[name]))
    return filled


def _pattern(
    stylesheet: etree._Element, pattern: etree._Element, mode: str, abstract: dict[str, etree._Element]
) -> None:
    rules = [rule for rule in pattern.findall(_sch("rule")) if rule.get("abstract") != "true"]
    for place, rule in enumerate(rules):
        attributes = {"match": rule.get("context", ""), "mode": mode, "priority": str(len(rules) - place)}
        template = etree.SubElement(stylesheet, _xsl("template"), attributes)
        sources = [abstract[e.get("rule", "")] for e in rule.findall(_sch("extends")) if e.get("rule") in abstract]
        for source in (*sources, rule):
            _variables(template, source)
        for source in (*sources, rule):
            for check in source.iterchildren(_sch("assert"), _sch("report")):
                _check(template, check)
        etree.SubElement(template, _xsl("apply-templates"), select="@*|node()", mode=mode)


def _check(template: etree._Element, check: etree._Element) -> None:
    is_assert = check.tag == _sch("assert")
    test = check.get("test", "")
    condition = etree.SubElement(template, _xsl("if"), test=f"not({test})" if is_assert else test)
    finding = etree.SubElement(condition, f"{{{SVRL}}}{'failed-assert' if is_assert else 'successful-report'}")
    for name in ("id", "flag", "role"):
        if check.get(name):
            finding.set(name, check.get(name, ""))
    finding.set("location", _LOCATION)
    text = etree.SubElement(finding, f"{{{SVRL}}}text")
    _literal(text, check.text)
    for part in check:
        if part.tag == _sch("value-of"):
            etree.SubElement(text, _xsl("value-of"), select=part.get("select", ""))
        elif part.tag == _sch("name"):
            etree.SubElement(text, _xsl("value-of"), select=f"name({part.get('path', '.')})")
        else:
            _literal(text, "".join(part.itertext()))
        _literal(text, part.tail)


def _variables(parent: etree._Element, source: etree._Element) -> None:
    for let in source.findall(_sch("let")):
        variable = etree.SubElement(parent, _xsl("variable"), name=let.get("name", ""))
        if let.get("value") is not None:
            variable.set("select", let.get("value", ""))
        else:
            variable.extend(copy.deepcopy(child) for child in let)


def _literal(parent: etree._Element, text: str | None) -> None:
    if text:
        etree.SubElement(parent, _xsl("text")).text = text


def _sch(name: str) -> str:
    return f"{{{SCH}}}{name}"


def _xsl(name: str) -> str:
    return f"{{{XSL}}}{name}"
