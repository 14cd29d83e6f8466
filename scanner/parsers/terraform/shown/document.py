"""What ``terraform show -json`` writes: decoding, version, which of plan and state it is, and parts of wrong types."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

from scanner import lazy_re
from scanner.domain.artifact import Location
from scanner.domain.resource import Parsed, Problem
from scanner.errors import ReadError
from scanner.parsers.text import decode

MAX_BYTES = 200 * 1024 * 1024
"""Plans of some thousand resources stay under a tenth of this."""
_MAX_FAULTS = 20
_MAX_MESSAGE = 400
"""Characters; what the document calls its parts may be of any length."""
_SURROGATE = lazy_re.compile(r"\\u[dD][89a-fA-F]")
_ZIP = b"PK\x03\x04"
_PLAN_HINT = "make it with: terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json"
_STATE_HINT = "make it with: terraform show -json > state.json"


class Kind(StrEnum):
    """The two documents."""

    PLAN = "plan"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan or state that was read."""

    environment: str
    """``plan tfplan.json``."""
    parsed: Parsed
    left_out: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Address to attributes that are unknown until apply and that seem not to be written."""
    whole: bool = True
    """All of the root stands in it; not so where targets were named or the plan failed."""
    through_locals: int = 0
    """References that end at a local, of which the document does not tell what it names."""


def read_document(data: bytes, wanted: Kind) -> Mapping[str, object]:
    """Decode a document and make sure that it is what it was given as.

    Args:
        data: The file.
        wanted: As what it was given.

    Raises:
        ReadError: It is not JSON, of another version, or something else than it was given as; with a hint.
    """
    hint = _PLAN_HINT if wanted is Kind.PLAN else _STATE_HINT
    if data.startswith(_ZIP):
        raise ReadError(
            f"it is Terraform's own binary form of a plan, not JSON as a {wanted} must be",
            hint="write it as JSON first: terraform show -json tfplan > tfplan.json",
        )
    if len(data) > MAX_BYTES:
        raise ReadError(f"it is larger than {MAX_BYTES // 1024 // 1024} MB")
    document = _loads(data, hint)
    if not isinstance(document, dict):
        raise ReadError(f"it is JSON, but not a {wanted} of Terraform", hint=hint)
    _check(document, wanted, hint)
    return document


def _loads(data: bytes, hint: str) -> object:
    text = decode(data)
    if not text.strip():
        raise ReadError("it is empty", hint=hint)
    try:
        document: object = json.loads(text, parse_constant=_refuse, parse_float=_number)
        if _SURROGATE.search(text):  # half a pair is JSON, but no text that could stand in a result
            whole = json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")
            document = json.loads(whole)
    except json.JSONDecodeError as error:
        if text.lstrip().startswith('{"@'):
            raise ReadError("it is the log that terraform plan -json writes, not the plan", hint=hint) from None
        raise ReadError(f"it is not JSON: line {error.lineno}, column {error.colno}: {error.msg}", hint=hint) from None
    except RecursionError:
        raise ReadError("it is nested too deeply to be read") from None
    except ValueError as error:
        raise ReadError(f"it is not JSON: {error}", hint=hint) from None
    return document


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


def _number(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


def _check(document: Mapping[str, object], wanted: Kind, hint: str) -> None:
    if "lineage" in document or ("serial" in document and "resources" in document):
        raise ReadError(
            f"it is Terraform's own state file, not what terraform show -json writes, so no {wanted}",
            hint="write it with: terraform show -json terraform.tfstate > state.json",
        )
    version = document.get("format_version")
    if not isinstance(version, str):
        raise ReadError(f"it is JSON without format_version, so not a {wanted} of terraform show -json", hint=hint)
    if version.split(".", 1)[0] != "1":
        raise ReadError(
            f"its format_version is {version[:20]!r}; archscan reads 1.x, which Terraform writes since 1.1",
            hint="write it with a newer Terraform",
        )
    is_plan = any(name in document for name in ("planned_values", "resource_changes", "configuration"))
    if is_plan and wanted is Kind.STATE:
        raise ReadError("it is a plan, not a state", hint="give it as --plan")
    if not is_plan and wanted is Kind.PLAN:
        raise ReadError("it is a state, not a plan", hint="give it as --state")


class Form:
    """Takes parts of a document by the type that they must have, and remembers those that do not have it.

    Args:
        place: The document, for problems.
    """

    def __init__(self, place: Location) -> None:
        self.place = place
        self._faults: dict[str, None] = {}

    def mapping(self, value: object, where: str) -> Mapping[str, object]:
        """An object of JSON; empty where it is absent or something else."""
        if isinstance(value, dict):
            return value
        self._expect(value, where)
        return {}

    def entries(self, value: object, where: str) -> Sequence[object]:
        """An array of JSON."""
        if isinstance(value, list):
            return value
        self._expect(value, where)
        return ()

    def text(self, value: object, where: str) -> str:
        """A string of JSON."""
        if isinstance(value, str):
            return value
        self._expect(value, where)
        return ""

    def texts(self, value: object, where: str) -> tuple[str, ...]:
        """An array of strings."""
        return tuple(filter(None, (self.text(item, where) for item in self.entries(value, where))))

    def fault(self, message: str) -> None:
        """Remember something that could not be taken."""
        self._faults[message[:_MAX_MESSAGE]] = None

    def problems(self) -> tuple[Problem, ...]:
        """The first faults, and how many more there are."""
        told = list(self._faults)[:_MAX_FAULTS]
        if len(self._faults) > len(told):
            told.append(f"{len(self._faults) - len(told)} more faults of this kind")
        return tuple(
            Problem(stage="parsing", engine="terraform", message=message, location=self.place) for message in told
        )

    def _expect(self, value: object, where: str) -> None:
        if value is not None:
            self.fault(f"{where} is not of the form that terraform show -json writes: left out")
