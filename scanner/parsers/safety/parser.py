"""Reads documents of clinical safety: each hazard of a log, with the tests that name it, and each safety case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.artifact import Artifact, Location, Role
from scanner.domain.resource import Parsed, Problem, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.errors import ReadError
from scanner.interfaces import Contents
from scanner.parsers import OFFICE_ENDINGS, office, written
from scanner.parsers.blocks import Block, plain_text
from scanner.parsers.dependencies.manifest import MalformedError
from scanner.parsers.faults import problem
from scanner.parsers.positioned import decode
from scanner.parsers.safety import is_hazard_log, is_safety_case, is_safety_document
from scanner.parsers.safety.facts import facts_of, gaps, names_owner, words_for
from scanner.parsers.safety.hazards import Hazard, hazards
from scanner.parsers.safety.ratings import is_product
from scanner.parsers.safety.releases import Release, is_release_note, named_versions, other_versions, releases
from scanner.parsers.safety.traces import Trace, is_test, traces

_ROLES = frozenset({Role.PRODUCT, Role.DOCUMENTATION})
_UNREAD = (".pdf", ".xls", ".doc")
_ALONE = lazy_re.compile(r"(?i)(^|/)hazards?/(.*/)?[^/]+$|(^|/)haz(ard)?[-_ ]?\d+\.[a-z]+$")
"""Files that may be about one hazard."""
_ABOUT_ALL = lazy_re.compile(
    r"(?i)(^|/)(readme|index|changelog|contributing|(.*[-_ ])?(completion|summary|progress)[-_ ]?report)\.[a-z]+$"
)
"""Files beside such, that speak of all of them."""
_ON_THE_WAY = lazy_re.compile(
    r"(?i)(^|/)(((.*[-_])?stage|step)[-_]?\d+([-_][^/]*)?|([^/]*[-_])?drafts?|outputs?|intermediate|wip)/"
)
"""Folders in which a log lies while it is made; a phase is one of a roll-out, with hazards of its own."""
_SHORTEST = 400
"""Characters of a safety case in which something is argued."""
_UNFILLED = lazy_re.compile(
    r"(?i)\{\{[^}\n]{1,80}\}\}|\b(?:lorem ipsum|placeholder text)\b|<insert [^>\n]{1,80}>|\[insert [^\]\n]{1,80}\]"
)
_MOST_TESTS = 5_000


class _Log(NamedTuple):
    """A document with the hazards in it."""

    artifact: Artifact
    hazards: list[Hazard]
    text: str


class SafetyParser:
    """Reads hazard logs and safety cases."""

    name = "safety"
    beside = False

    def units(self, artifacts: Sequence[Artifact]) -> Iterable[tuple[Artifact, ...]]:
        """All documents of clinical safety together, with the tests and the versions that they may speak of."""
        documents = [one for one in artifacts if one.role in _ROLES and is_safety_document(one.path)]
        if documents:
            tests = [one for one in artifacts if is_test(one)][:_MOST_TESTS]
            yield (*documents, *tests, *(one for one in artifacts if is_release_note(one)))

    def parse(self, unit: tuple[Artifact, ...], contents: Contents) -> Parsed:
        """Parse the documents; one that is no hazard log and no safety case gives nothing."""
        problems: list[Problem] = []
        read: list[tuple[Artifact, list[Block]]] = []
        unread: list[Artifact] = []
        for artifact in unit:
            if is_safety_document(artifact.path) and artifact.role in _ROLES:
                blocks = self._read(artifact, contents, problems)
                if blocks is None:
                    unread.append(artifact)
                else:
                    read.append((artifact, blocks))
        tests = [one for one in unit if is_test(one)]
        known = releases([one for one in unit if is_release_note(one)], contents)
        resources = [*_of_logs(_logs(read), tests, contents), *_of_cases(read, unread, known)]
        counts = {"hazards": sum(one.type == "hazard" for one in resources)}
        return Parsed(resources=tuple(resources), problems=tuple(problems), counts=counts if counts["hazards"] else {})

    def _read(self, artifact: Artifact, contents: Contents, problems: list[Problem]) -> list[Block] | None:
        """What a document holds; None where its form is not read, or it could not be."""
        path = artifact.path.lower()
        if path.endswith(_UNREAD):
            return None
        try:
            data = contents.read(artifact)
            return office.blocks(path, data) if path.endswith(OFFICE_ENDINGS) else written.blocks(path, decode(data))
        except ReadError as error:
            problems.append(problem(self.name, artifact, error.message))
        except MalformedError as error:
            problems.append(problem(self.name, artifact, f"a document was not read: {error.fault.message}"))
        return None


def _logs(read: Sequence[tuple[Artifact, list[Block]]]) -> list[_Log]:
    """The documents that hold hazards; a safety case is one only where there is no log, for it sums one up."""
    found = [_log(artifact, blocks) for artifact, blocks in read if is_hazard_log(artifact.path)]
    if not any(log.hazards for log in found):
        found = [_log(artifact, blocks) for artifact, blocks in read]
    return _kept([log for log in found if log.hazards])


def _kept(logs: Sequence[_Log]) -> list[_Log]:
    """The logs without those that were left from their making, where all their hazards are in one that is kept.

    Each log may begin with H-1 again: a hazard is the same where its words are too, and is there where no less is said.
    """
    left = {log.artifact.path for log in logs if _ON_THE_WAY.search(log.artifact.path)}
    kept: dict[tuple[str, str], set[frozenset[str]]] = {}
    for log in logs if left else ():
        for names, missing in _told(log) if log.artifact.path not in left else ():
            for name in names:
                kept.setdefault(name, set()).add(missing)

    def is_kept(log: _Log) -> bool:
        return all(any(one <= missing for name in names for one in kept.get(name, ())) for names, missing in _told(log))

    return [log for log in logs if log.artifact.path not in left or not is_kept(log)]


def _told(log: _Log) -> Iterator[tuple[list[tuple[str, str]], frozenset[str]]]:
    """Of each hazard by what it is known, identifier and words together, and what is not said of it."""
    for one in log.hazards:
        yield [(one.id.lower(), words) for words in words_for(one)], gaps(one)


def _log(artifact: Artifact, blocks: list[Block]) -> _Log:
    stem = artifact.path.rpartition("/")[2].rpartition(".")[0]
    alone = _ALONE.search(artifact.path) is not None and _ABOUT_ALL.search(artifact.path) is None
    return _Log(artifact, hazards(blocks, stem, alone=alone), plain_text(blocks))


def _of_logs(logs: Sequence[_Log], tests: Sequence[Artifact], contents: Contents) -> list[Resource]:
    found = traces([one.id for log in logs for one in log.hazards], tests, contents)
    resources: list[Resource] = []
    for log in logs:
        product = is_product(
            [text for one in log.hazards for name, text in one.fields.items() if name.endswith("risk")]
        )
        named = {name for one in log.hazards for name in one.fields}
        owned = names_owner(log.text)
        for hazard in log.hazards:
            facts = facts_of(hazard, product, named, owned=owned)
            resources.append(_hazard(log.artifact, hazard, facts, found.get(hazard.id.lower(), [])))
    return resources


def _hazard(artifact: Artifact, hazard: Hazard, facts: Mapping[str, Value], tests: Sequence[Trace]) -> Resource:
    folder, _, name = artifact.path.rpartition("/")
    log = folder if folder and name.rpartition(".")[0] == hazard.id else artifact.path
    return Resource(
        address=f"{artifact.path}#{hazard.id}",
        kind=ResourceKind.DOCUMENT,
        type="hazard",
        name=hazard.id,
        attributes={**facts, "log": log, "tests": list(tests)},
        location=Location(path=artifact.path, start_line=hazard.line),
        role=artifact.role,
    )


def _of_cases(
    read: Sequence[tuple[Artifact, list[Block]]], unread: Sequence[Artifact], known: Sequence[Release]
) -> list[Resource]:
    cases: list[tuple[Artifact, list[Block] | None]] = [*read, *((one, None) for one in unread)]
    return [_case(artifact, blocks, known) for artifact, blocks in cases if is_safety_case(artifact.path)]


def _case(artifact: Artifact, blocks: list[Block] | None, known: Sequence[Release]) -> Resource:
    versions: Value
    others = other_versions(blocks or [])
    text = plain_text(blocks or [])
    if blocks is None or len(text) < _SHORTEST or _UNFILLED.search(text):
        versions = _unsaid("what the report says, which is not read or not filled in")
    else:
        named = named_versions(blocks)
        covered = [one for one in others if any(one.pair == release.version.pair for release in known)]
        told = {one.text: one for one in [*named, *covered]}.values()
        versions = [{"text": one.text, "against": _against(one.pair, known)} for one in told]
        if not versions and others:
            versions = _unsaid(f"whether {others[0].text} is the product's version or the report's")
    return Resource(
        address=artifact.path,
        kind=ResourceKind.DOCUMENT,
        type="safety_case",
        name=artifact.path.rpartition("/")[2],
        attributes={
            "versions": versions,
            "released": [{"version": one.version.text, "path": one.path} for one in known],
        },
        location=Location(path=artifact.path, start_line=1),
        role=artifact.role,
    )


def _against(pair: tuple[int, int], known: Sequence[Release]) -> str:
    """How a version stands to those that the product says it has: ``same``, ``older``, ``newer`` or ``''``."""
    if not known:
        return ""
    pairs = [one.version.pair for one in known]
    if pair in pairs:
        return "same"
    return "older" if pair < min(pairs) else "newer"


def _unsaid(text: str) -> Unknown:
    return Unknown(reason=UnknownReason.NOT_SAID, text=text)
