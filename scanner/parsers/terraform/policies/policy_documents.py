"""What ``aws_iam_policy_document`` computes: the JSON text of a policy, or its structure where parts are unknown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from scanner.domain.resource import EncodedUnknown, Unknown, Value
from scanner.parsers.terraform.policies.policy_blocks import OLD_VERSION, Statement, statement_of
from scanner.parsers.terraform.policies.policy_sources import document_of
from scanner.parsers.terraform.values.collections import first_unknown
from scanner.parsers.terraform.values.conversions import ConversionError, to_text

_VERSION = "2012-10-17"
_VERSIONS = (OLD_VERSION, _VERSION)
_UNUSED = ("source_json", "override_json")
"""Arguments that the provider no longer takes."""
_ESCAPES = MappingProxyType(
    {ord("<"): r"\u003c", ord(">"): r"\u003e", ord("&"): r"\u0026", 0x2028: r"\u2028", 0x2029: r"\u2029"}
)


def policy_document(attributes: Mapping[str, Value]) -> Value:
    """The attribute ``json`` of a data source ``aws_iam_policy_document``.

    Args:
        attributes: Its arguments and blocks, evaluated.

    Returns:
        The text as version 5.100 of the provider writes it, or :class:`EncodedUnknown` with what is known of it.

    Raises:
        ConversionError: The provider would refuse it.
    """
    for name in _UNUSED:
        if attributes.get(name) not in (None, "") and not isinstance(attributes[name], Unknown):
            raise ConversionError(f"{name} must be empty")
    merged = _Document()
    _merge_sources(merged, attributes.get("source_policy_documents"))
    merged.merge(_own(attributes))
    for source in _listed(attributes.get("override_policy_documents")):
        merged.merge(document_of(source))
    content = merged.content()
    part = first_unknown(content)
    if part is not None:
        return EncodedUnknown(reason=part.reason, text=part.text, content=content)
    return json.dumps(content, indent=2, ensure_ascii=False).translate(_ESCAPES)


class _Document:
    """Documents that are merged into one."""

    def __init__(self) -> None:
        self._head: dict[str, Value] = {}
        self._statements: list[Value] = []

    def merge(self, document: Mapping[str, Value] | Unknown) -> None:
        """Add a document. Its statements take the place of those with the same ``Sid``."""
        before = len(self._statements)
        if isinstance(document, Unknown):
            self._add(document, before)
            self._head["Id"] = document
            if self._head.get("Version") != _VERSION:  # nothing is later
                self._head["Version"] = document
            return
        if document.get("Id", "") != "":
            self._head["Id"] = document["Id"]
        self._head["Version"] = _later(self._head.get("Version", ""), document.get("Version", ""))
        statements = document.get("Statement")
        for statement in statements if isinstance(statements, list) else ():
            self._add(statement, before)

    def _add(self, statement: Value, before: int) -> None:
        """Add a statement.

        Args:
            statement: A map, or unknown.
            before: How many statements are those of other documents. What may have been replaced becomes unknown.
        """
        sid = statement.get("Sid") if isinstance(statement, Mapping) else statement
        for place, existing in enumerate(self._statements):
            if sid is None or not isinstance(existing, Mapping) or "Sid" not in existing:
                continue
            other = existing["Sid"]
            if isinstance(sid, str) and sid == other:
                self._statements[place] = statement
                return
            part = next((name for name in (sid, other) if isinstance(name, Unknown)), None)
            if part is not None and place < before:
                self._statements[place] = part
        self._statements.append(statement)

    def content(self) -> Statement:
        """The policy as JSON has it."""
        found = {name: self._head[name] for name in ("Version", "Id") if self._head.get(name, "") != ""}
        return {**found, "Statement": self._statements} if self._statements else found


def _later(version: Value, other: Value) -> Value:
    part = next((one for one in (version, other) if isinstance(one, Unknown)), None)
    if part is None:
        return max(str(version), str(other))
    return _VERSION if _VERSION in (version, other) else part


def _merge_sources(merged: _Document, sources: Value) -> None:
    """Merge documents no two of which may have a statement of the same name."""
    seen: set[str] = set()
    for source in _listed(sources):
        document = document_of(source)
        names = [] if isinstance(document, Unknown) else list(_names(document))
        if seen.intersection(names) or len(set(names)) < len(names):
            raise ConversionError("duplicate Sid in source_policy_documents")
        seen.update(names)
        merged.merge(document)


def _names(document: Mapping[str, Value]) -> list[str]:
    statements = document.get("Statement")
    found = [
        statement["Sid"]
        for statement in (statements if isinstance(statements, list) else ())
        if isinstance(statement, Mapping) and "Sid" in statement
    ]
    return [name for name in found if isinstance(name, str)]


def _own(attributes: Mapping[str, Value]) -> Mapping[str, Value]:
    """The document of the blocks themselves."""
    version = attributes.get("version")
    version = _VERSION if version is None else version
    if not isinstance(version, Unknown) and version not in _VERSIONS:
        raise ConversionError(f"the version must be one of {', '.join(_VERSIONS)}")
    own: dict[str, Value] = {"Version": version}
    identifier = attributes.get("policy_id")
    if identifier is not None:
        own["Id"] = identifier if isinstance(identifier, Unknown) else to_text(identifier)
    own["Statement"] = [statement_of(block, version) for block in _listed(attributes.get("statement"))]
    names = _names(own)
    if len(set(names)) < len(names):
        raise ConversionError("duplicate Sid")
    return own


def _listed(value: Value) -> list[Value]:
    if value is None:
        return []
    if isinstance(value, Unknown):
        return [value]
    if not isinstance(value, list):
        raise ConversionError("a list is required")
    return list(value)
