"""Makes findings of checkov's records: one for each rule and resource, judged again by what archscan knows.

checkov sees neither what a caller gives to a module nor most variables, and still says passed or failed. Where our
own evaluation holds the attribute that it looked at for unknown, its answer is not believed: the outcome is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scanner.domain.addresses import own_key
from scanner.domain.artifact import Location, Role
from scanner.domain.finding import Evidence, Finding, Outcome, RelatedLocation
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.rule import CheckovCheck
from scanner.domain.system import System
from scanner.engines.checkov.records import Record
from scanner.engines.findings import fill, unfulfilled
from scanner.engines.grouping import group, limit_related
from scanner.engines.instances import RECORDED, fold
from scanner.engines.judgements import ADDRESS, Judgement
from scanner.engines.standing import GRAVEST_FIRST, origin_of
from scanner.evaluation.redaction import redact
from scanner.interfaces import BoundRule

_PATH_SUBJECTS = frozenset({"dockerfile", "openapi"})
_MAX_DEPTH = 50

Judged = tuple[Record, Outcome]


class Verdicts:
    """Findings of one run.

    Args:
        system: What archscan itself read.
        rules: Rules of checkov.
    """

    def __init__(self, system: System, rules: Sequence[BoundRule]) -> None:
        self._roles: Mapping[str, Role] = {one.path: one.role for one in system.artifacts}
        self._by_id: dict[str, list[BoundRule]] = {}
        for bound in rules:
            if isinstance(bound.rule.check, CheckovCheck):
                for identifier in dict.fromkeys(bound.rule.check.ids):
                    self._by_id.setdefault(identifier, []).append(bound)
        self._resources: dict[str, list[Resource]] = {}
        for resource in system.resources:
            self._resources.setdefault(resource.location.path, []).append(resource)

    def findings(self, records: Iterable[Record]) -> tuple[Finding, ...]:
        """One finding for each rule and resource, however many checks and users of its module there are."""
        bundles: dict[tuple[str, str, int, str], list[Judged]] = {}
        rules: dict[str, BoundRule] = {}
        for record in records:
            subject = self._subject(record)
            for bound in self._by_id.get(record.check, ()):
                outcome = self._outcome(record, bound)
                if outcome is not None and self._is_looked_at(record, bound):
                    rules[bound.rule.name] = bound
                    key = (bound.rule.name, record.location.path, record.location.start_line, subject)
                    bundles.setdefault(key, []).append((record, outcome))
        made: dict[str, list[Judgement]] = {}
        for (name, path, _, subject), bundle in sorted(bundles.items(), key=lambda item: item[0]):
            made.setdefault(name, []).extend(self._judgements(rules[name], subject, self._roles[path], bundle))
        return tuple(one for name, some in made.items() for one in group(fold(some), rules[name].rule.check.group))

    def _judgements(self, bound: BoundRule, subject: str, role: Role, bundle: Sequence[Judged]) -> Iterator[Judgement]:
        """One for each instance that archscan knows of the block, or one for what only checkov knows."""
        instances: dict[int, tuple[Resource, list[Judged]]] = {}
        strangers: list[Judged] = []
        for record, outcome in bundle:
            known = [one for one in self.known(record) if one.declaration and one.role in bound.rule.check.roles]
            for resource in known:
                instances.setdefault(id(resource), (resource, []))[1].append((record, outcome))
            if not known:
                strangers.append((record, outcome))
        if strangers:
            yield judgement(bound, subject, role, strangers)
        for resource, about in instances.values():
            yield judgement(bound, subject, role, about)._replace(
                resource=resource, attribute=attribute_of(resource, about), related=()
            )

    def _is_looked_at(self, record: Record, bound: BoundRule) -> bool:
        """Whether the file, and the call that brings it in, have roles that the rule looks at."""
        paths = [record.location.path, *([record.caller.path] if record.caller else [])]
        return all(self._roles.get(path) in bound.rule.check.roles for path in paths)

    def _outcome(self, record: Record, bound: BoundRule) -> Outcome | None:
        if record.result == "SKIPPED":
            return Outcome.REVIEW
        known = self.known(record)
        if record.result == "UNKNOWN":
            # checkov also says so of a resource that a check does not concern; then archscan knows all of it.
            undecided = not known or any(holds_unknown(one.attributes) for one in known)
            return Outcome.OPEN if undecided else None
        if any(_is_undecided(known, key) for key in record.keys):
            return Outcome.OPEN
        return Outcome.PASS if record.result == "PASSED" else unfulfilled(bound)

    def known(self, record: Record) -> list[Resource]:
        """Our own resources of the record: those of its caller and instance if they can be told apart."""
        kind = ResourceKind.TERRAFORM if record.framework == "terraform" else ResourceKind.KUBERNETES
        here = [
            one for one in self._resources.get(record.location.path, ()) if one.kind is kind and _is_at(one, record)
        ]
        if kind is ResourceKind.KUBERNETES:  # those of a list stand on the same lines
            return [one for one in here if _object_name(one) == record.resource] or here
        of_module = [one for one in here if one.module_path == record.module_names] or here
        of_caller = [one for one in of_module if record.caller and _is_called_at(one, record.caller)] or of_module
        return [one for one in of_caller if own_key(one.address) == own_key(record.resource)] or of_caller

    def _subject(self, record: Record) -> str:
        known = self.known(record)
        if record.framework == "kubernetes" and known:
            return known[0].address
        if record.framework in _PATH_SUBJECTS:
            return record.location.path
        return record.address or record.location.path


def _object_name(resource: Resource) -> str:
    """What checkov calls an object."""
    return f"{resource.type}.{resource.namespace or 'default'}.{resource.name}"


def _is_at(resource: Resource, record: Record) -> bool:
    start, end = record.location.start_line, record.location.end_line or record.location.start_line
    return start <= resource.location.start_line <= end


def _is_called_at(resource: Resource, caller: Location) -> bool:
    return any(call.path == caller.path and call.start_line == caller.start_line for call in resource.calls)


def _is_undecided(known: Sequence[Resource], key: str) -> bool:
    """Whether checkov cannot have known the value at a path: it reads one for all instances, and few var files."""
    if not known:
        return False
    values = [value_at(one.attributes, key) for one in known]
    return any(
        holds_unknown(value) or value != values[0] or _is_given_unseen(one, key)
        for one, value in zip(known, values, strict=True)
    )


def _is_given_unseen(resource: Resource, key: str) -> bool:
    """Whether somebody gave the value of whom checkov knows nothing: a chosen var file, or the run of a plan."""
    origin = origin_of(resource, _our_path(key))
    if origin is None:
        return False
    return resource.environment.startswith(RECORDED) or _is_chosen_file(origin.location.path)


def _is_chosen_file(path: str) -> bool:
    """Whether it is a var file that Terraform, and checkov, only read when they are told to."""
    name = path.rpartition("/")[2].removesuffix(".json")
    return name.endswith(".tfvars") and name != "terraform.tfvars" and not name.endswith(".auto.tfvars")


def _our_path(key: str) -> str:
    """Checkov's path (``versioning/[0]/enabled``) as ours: ``versioning[0].enabled``."""
    return key.replace("/[", "[").replace("/", ".")


def attribute_of(resource: Resource, about: Sequence[Judged]) -> str:
    """The attribute that was judged: one that somebody else gave, if there is one."""
    first = next((key for record, _ in about for key in record.keys), "")
    if not resource.origins:
        return _our_path(first)
    paths = (_our_path(key) for record, _ in about for key in record.keys)
    return next((path for path in paths if origin_of(resource, path)), _our_path(first))


def value_at(attributes: Mapping[str, Value], key: str) -> Value:
    """The value at checkov's path (``versioning/[0]/enabled``); what is unknown on the way is the answer."""
    value: Value = attributes
    for part in key.split("/"):
        name = part.strip("[]")
        if isinstance(value, Unknown):
            return value
        if isinstance(value, Sequence) and not isinstance(value, str):
            if name.isdigit():
                value = value[int(name)] if int(name) < len(value) else None
                continue
            value = value[0] if value else None
        if isinstance(value, Unknown):
            return value
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def holds_unknown(value: Value, depth: int = 0) -> bool:
    """Whether anything inside is not known."""
    if isinstance(value, Unknown) or depth > _MAX_DEPTH:
        return True
    if isinstance(value, Mapping):
        return any(holds_unknown(one, depth + 1) for one in value.values())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(holds_unknown(one, depth + 1) for one in value)
    return False


def judgement(bound: BoundRule, subject: str, role: Role, bundle: Sequence[Judged]) -> Judgement:
    """One judgement: the gravest outcome decides, its checks and its users are named."""
    outcome = min((one for _, one in bundle), key=GRAVEST_FIRST.index)
    decisive = [record for record, one in bundle if one is outcome]
    location = min((record.location for record in decisive), key=lambda place: place.end_line or 0)
    checks = ", ".join(sorted({record.check for record in decisive}))
    values = {"subject": ADDRESS, "check": checks, "path": location.path, "line": str(location.start_line)}
    return Judgement(
        bound=bound,
        outcome=outcome,
        subject=subject,
        location=location,
        role=role,
        message=_message(bound, outcome, decisive, values),
        evidence=_evidence(bundle),
        related=limit_related(_users(decisive)),
    )


def _message(bound: BoundRule, outcome: Outcome, records: Sequence[Record], values: Mapping[str, str]) -> str:
    if all(record.result == "SKIPPED" for record in records):
        return fill("the supplier told checkov to skip {check} for {subject}", values)
    if outcome is Outcome.OPEN:
        return fill("{check} cannot be told for {subject}: it rests on values that are not known", values)
    if outcome is Outcome.PASS:
        return fill(bound.rule.check.accepted or "{subject} passes {check}", values)
    return fill(bound.rule.check.message, values)


def _users(records: Iterable[Record]) -> list[RelatedLocation]:
    """The module calls by which the decisive records came to be, each once."""
    users: dict[tuple[str, int], RelatedLocation] = {}
    for record in records:
        if record.caller is not None:
            place = record.caller
            note = f"used as {record.module}" if record.module else "used here"
            users.setdefault(
                (place.path, place.start_line),
                RelatedLocation(path=place.path, start_line=place.start_line, end_line=place.end_line, note=note),
            )
    return [users[key] for key in sorted(users)]


def _evidence(bundle: Iterable[Judged]) -> tuple[Evidence, ...]:
    """Each check with what it said; the supplier's reason where it is skipped."""
    said: dict[tuple[str, Outcome], Evidence] = {}
    for record, outcome in sorted(bundle, key=lambda pair: (pair[0].check, GRAVEST_FIRST.index(pair[1]))):
        text = f"{record.check} ({record.title}): {outcome.value}"
        reason = redact(record.comment) if record.result == "SKIPPED" else None
        if record.result == "SKIPPED":
            text = f"{record.check} ({record.title}): skipped in the file, by the supplier"
        said.setdefault((text, outcome), Evidence(description=text, location=record.location, value=reason))
    return tuple(said.values())
