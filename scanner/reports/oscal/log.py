"""What happened besides the verdicts: what could not be read, waivers that set nothing aside, what was mended."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.assessment import Assessment
from scanner.domain.resource import Problem
from scanner.domain.waiver import WaiverRecord, WaiverState
from scanner.reports.oscal.document import Json, day_of, filled, identity, prop, props
from scanner.reports.oscal.people import OWNER, person
from scanner.reports.oscal.text import line, markup


def log(assessment: Assessment) -> list[Json]:
    """The entries of the assessment's log."""
    start = day_of(assessment)
    return [
        {"uuid": identity("log", assessment.source.uri, str(number)), "start": start, **entry}
        for number, entry in enumerate(_entries(assessment))
    ]


def _entries(assessment: Assessment) -> Iterator[Json]:
    for problem in assessment.problems:
        yield _problem(problem)
    for record in assessment.waivers:
        if record.state is not WaiverState.APPLIED:
            yield _idle(record)
    for one in assessment.comparison.mended if assessment.comparison else ():
        own = {"rule": one.rule, "path": one.path, "fingerprint": one.fingerprint}
        yield {"title": "Mended since the baseline", "description": markup(one.rule), "props": props(own)}


def _problem(problem: Problem) -> Json:
    source = f"{problem.stage} ({problem.engine})" if problem.engine else problem.stage
    own: dict[str, object] = {"stage": problem.stage, "engine": problem.engine}
    if problem.location:
        own |= {"path": line(problem.location.path), "line": problem.location.start_line}
    title = f"Could not be read or run: {markup(source)}"
    return {"title": title, "description": markup(problem.message), "props": props(own)}


def _idle(record: WaiverRecord) -> Json:
    own = {
        "waiver": record.id,
        "waiver-form": record.form.value,
        "waiver-trust": record.trust.value,
        "rule": record.rule,
        "path": record.path,
        "waiver-created": record.created,
        "waiver-expires": record.expires,
        "waiver-ticket": record.ticket,
    }
    told = "; ".join(part for part in (record.note, record.reason) if part) or record.state.value
    return filled(
        {
            "title": f"A waiver sets nothing aside: {markup(record.id)}",
            "description": markup(told),
            "props": [prop("waiver-state", record.state.value), *props(own)],
            "logged-by": person(record.owner, OWNER),
        }
    )
