"""What was assessed and with what: repositories, the subjects in them, and the tools."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding
from scanner.reports.oscal.document import OWN_ENGINES, Json, filled, identity, prop, props, tool_uuid
from scanner.reports.oscal.text import line, markup

_NOT_LOOKED_AT = "What its files define. Whether and where it runs was not looked at."


def system_uuid(assessment: Assessment) -> str:
    """The product, by the name or address of its first repository."""
    return identity("system", assessment.source.uri)


def subject_uuid(assessment: Assessment, subject: str) -> str:
    """What was judged, by its address in the product."""
    return identity("subject", assessment.source.uri, subject)


def components(assessment: Assessment) -> list[Json]:
    """The repositories of the product."""
    source = assessment.source
    first = props({"revision": source.revision, "branch": source.branch})
    others = [
        _software(
            identity("part", source.uri, part.name, part.uri),
            part.uri,
            props({"name": part.name, "revision": part.revision}),
        )
        for part in source.parts
    ]
    return [_software(system_uuid(assessment), source.uri, first), *others]


def inventory(assessment: Assessment, findings: Iterable[Finding]) -> list[Json]:
    """Each subject once, in the order in which findings name them."""
    system = system_uuid(assessment)
    return [
        {
            "uuid": subject_uuid(assessment, subject),
            "description": markup(subject),
            "implemented-components": [{"component-uuid": system}],
        }
        for subject in dict.fromkeys(finding.subject for finding in findings)
    ]


def assets(assessment: Assessment) -> Json:
    """The tools: archscan with its rule packs, and the engines that it ran."""
    tool = assessment.tool
    packs = [prop("rule-pack", pack.version, pack.id, f"sha256 {pack.digest}") for pack in assessment.packs]
    engines = sorted({finding.engine for finding in assessment.findings} - set(OWN_ENGINES))
    made = [
        _software(tool_uuid(assessment), tool.name, [prop("version", tool.version), *packs], "The scanner."),
        *(
            _software(tool_uuid(assessment, engine), engine, [], f"An engine that {tool.name} ran.")
            for engine in engines
        ),
    ]
    platform = {
        "uuid": identity("platform", tool.name),
        "title": line(tool.name),
        "uses-components": [{"component-uuid": one["uuid"]} for one in made],
    }
    return {"components": made, "assessment-platforms": [platform]}


def _software(uuid: str, title: str, own: list[Json], description: str = _NOT_LOOKED_AT) -> Json:
    state = {"state": "other", "remarks": description} if description == _NOT_LOOKED_AT else {"state": "operational"}
    named = {"uuid": uuid, "type": "software", "title": markup(title), "description": description}
    return filled({**named, "props": own, "status": state})
