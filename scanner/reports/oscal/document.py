"""What every OSCAL document is made of: names that stay the same, dates, properties of our own, and the file itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from scanner.domain.assessment import Assessment
from scanner.evaluation.workflow_commands import disarm_json
from scanner.reports.oscal.text import line, prose

OSCAL_VERSION = "1.2.1"
"""The release on which the newest compliance-trestle is based; a file of 1.2.2 says the same."""
NAMESPACE = "urn:archscan:oscal"
"""Of our properties: what OSCAL has no word for."""
RMF_NAMESPACE = "http://csrc.nist.gov/ns/rmf"
CATALOG_FILE = "oscal-catalog.json"
"""Where a profile looks for the catalog: beside itself."""

_SEED = uuid5(NAMESPACE_URL, NAMESPACE)
_NO_DAY = "1970-01-01"

Json = dict[str, Any]


def identity(*parts: str) -> str:
    """A UUID made from what it names: the same thing has the same one in every scan and every document."""
    return str(uuid5(_SEED, "\0".join(parts).encode("utf-8", "replace").decode("utf-8")))


def moment(day: str, *, end: bool = False) -> str | None:
    """A day as a date with time in UTC; none where it is no day.

    Args:
        day: ISO date.
        end: Whether the end of the day is meant.
    """
    try:
        parsed = date.fromisoformat(day)
    except ValueError:
        return None
    return f"{parsed.isoformat()}T{'23:59:59' if end else '00:00:00'}+00:00"


def day_of(assessment: Assessment) -> str:
    """The day as of which was judged; the same result gives the same bytes, so no clock is asked."""
    return moment(assessment.policy.as_of) or f"{_NO_DAY}T00:00:00+00:00"


def prop(name: str, value: object, kind: str = "", remarks: str = "") -> Json:
    """A property of ours.

    Args:
        name: A token.
        value: A text, a number or a truth.
        kind: What it is said of, such as a principle's id.
        remarks: In prose.
    """
    text = ("no", "yes")[value] if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
    made = {
        "name": name,
        "ns": NAMESPACE,
        "value": line(text),
        "class": token(kind) if kind else "",
        "remarks": remarks,
    }
    return filled(made)


def props(values: Mapping[str, object]) -> list[Json]:
    """Properties of those values that there are."""
    return [prop(name, value) for name, value in values.items() if value is not None and value != ""]


def token(text: str) -> str:
    """A name as OSCAL takes it: letters, digits, ``-``, ``_`` and ``.``, and a letter first."""
    kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in text)
    return kept if kept[:1].isalpha() or kept[:1] == "_" else f"_{kept}"


def filled(value: Mapping[str, Any]) -> Json:
    """Without what is empty: OSCAL takes no empty lists and texts."""
    return {key: part for key, part in value.items() if part is not None and part not in ("", [], ())}


def unique(items: Iterable[Json]) -> list[Json]:
    """Each of equal properties once, in their order."""
    return list({json.dumps(item, sort_keys=True): item for item in items}.values())


def statement_id(control: str) -> str:
    """The id of a control's statement, which a finding is about."""
    return f"{token(control)}_smt"


def metadata(assessment: Assessment, title: str, version: str, **more: Any) -> Json:
    """What a document says of itself.

    Args:
        assessment: Gives day and tool.
        title: On one line.
        version: Of the contents.
        more: Other fields; empty ones are left out.
    """
    tool = assessment.tool
    told = {"tool": f"{tool.name} {tool.version}", "schema-version": assessment.schema_version}
    own = unique([*props(told), *more.pop("props", ())])
    return filled(
        {
            "title": line(title),
            "last-modified": day_of(assessment),
            "version": line(version),
            "oscal-version": OSCAL_VERSION,
            "props": own,
            **more,
        }
    )


def document(root: str, about: Json, body: Mapping[str, Any]) -> str:
    """The file: its UUID is made from its contents, since OSCAL asks for another one when they change."""
    contents = {"metadata": about, **filled(body)}
    digest = hashlib.sha256(json.dumps(contents, sort_keys=True).encode("utf-8", "replace")).hexdigest()
    whole = {root: {"uuid": identity("document", root, digest), **contents}}
    return disarm_json(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"


def resource(kind: str, name: str, title: str, **more: Any) -> Json:
    """A resource of the back matter."""
    return filled({"uuid": identity(kind, name), "title": line(title), **more})


def tool_uuid(assessment: Assessment, engine: str = "") -> str:
    """The component that observed: archscan itself, or an engine that it ran."""
    foreign = engine if engine not in OWN_ENGINES else ""
    return identity("tool", assessment.tool.name, foreign)


OWN_ENGINES = ("", "native", "evidence")


def origins(assessment: Assessment, engines: Sequence[str] = ("",)) -> list[Json]:
    """Who observed it."""
    actors = dict.fromkeys(tool_uuid(assessment, engine) for engine in engines)
    return [{"actors": [{"type": "tool", "actor-uuid": uuid} for uuid in actors]}]


def rule_prose(text: str) -> str:
    """The Markdown of a rule's author; never empty."""
    return prose(text) or "-"
