"""A finding told in words: what was found, why it matters, step by step how it comes about, and how to end it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from scanner.domain.architecture import Confidence, Proof
from scanner.domain.artifact import Location
from scanner.domain.assessment import Assessment
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.domain.rule import Rule
from scanner.evaluation.overview import count, where_it_holds
from scanner.evaluation.redaction import clean, redact, redact_path
from scanner.evaluation.wording import seen_before
from scanner.evaluation.workflow_commands import disarm_text
from scanner.interfaces import ReportContext

Quote = Callable[[Location], str]
"""Gives the line of source that stands at a place, as it may be shown; empty where it is not at hand."""

_OUTCOMES = {
    Outcome.FAIL: "This fails the rule.",
    Outcome.REVIEW: "A person must judge this: what was read does not settle it.",
    Outcome.OPEN: "This cannot be told from what was read.",
    Outcome.PASS: "This keeps the rule.",
    Outcome.NOT_APPLICABLE: "The rule is not concerned with this.",
}
_DOUBTED = (
    "This is a lead: what it says was read. In other repositories too few such findings were opened, or not enough of "
    "them upheld, to tell it as a failure. A person must judge what it means here."
)
_LEAD = "This is a lead: worth a look, and told with less weight than a failure. A person must judge it."
_SURENESS = {
    Confidence.HIGH: "sure: the files name each other",
    Confidence.MEDIUM: "likely: a unique name is the same in both",
    Confidence.LOW: "a guess: names, labels or folders are alike",
}
_SURE = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PLACES_SHOWN = 20
_SIGNS = 12
"""Of a fingerprint, in a command that is to be copied."""


class Explanation:
    """Explains findings of one result.

    Args:
        context: Rules, and how wide the text may be.
        quote: Gives lines of source.
    """

    def __init__(self, context: ReportContext, quote: Quote = lambda _: "") -> None:
        self._context = context
        self._quote = quote

    def render(self, finding: Finding, assessment: Assessment) -> str:
        """The whole text.

        Args:
            finding: The one that is explained.
            assessment: The result of which it is.
        """
        rule = self._context.rules.get(finding.rule)
        lines = [*self._head(finding, rule), *self._path(finding), *self._facts(finding)]
        lines += [*self._cure(finding, rule), *self._silence(finding), "", f"Fingerprint {redact(finding.fingerprint)}"]
        said = f"{assessment.tool.name} {assessment.tool.version}, policy {assessment.policy.id}"
        lines.append(redact(f"{said}, as of {assessment.policy.as_of}"))
        return disarm_text("\n".join(lines) + "\n")

    def _head(self, finding: Finding, rule: Rule | None) -> Iterator[str]:
        title = rule.title if rule else finding.rule
        graded = f", graded {finding.graded.value}" if finding.graded else ""
        yield from self._text(f"{finding.severity.value.upper()}{graded}: {title} [{finding.rule}]")
        control = next((one for one in self._context.catalog.controls if one.id == finding.control), None)
        yield from self._text(f"Control {finding.control}{': ' + control.title if control else ''}", 2)
        yield ""
        yield "What was found"
        yield from self._text(finding.message, 2)
        yield from self._place(finding.location, 2)
        if where := where_it_holds(finding):
            yield from self._text(where, 2)
        yield from self._text(_meaning(finding), 2)
        if finding.waiver:
            yield from self._text(f"It is waived: {finding.waiver}", 2)
        if finding.baseline:
            yield from self._text("It is known from the baseline.", 2)
        if record := seen_before(finding.record):
            yield from self._text(f"Seen before: {record}", 2)
        if rule:
            yield from ("", "Why it matters", *self._own(rule.rationale, 2))

    def _path(self, finding: Finding) -> Iterator[str]:
        if not finding.path:
            yield ""
            yield from self._text(f"How sure this is: {_SURE[finding.confidence]}.")
            return
        yield from ("", f"The path, in {count(len(finding.path), 'step')}")
        for number, step in enumerate(finding.path, 1):
            yield from self._step(number, step)
        weakest = max(finding.path, key=lambda step: list(Confidence).index(step.confidence))
        yield ""
        yield from self._text(
            f"How sure the whole is: {_SURE[weakest.confidence]}, as its weakest step "
            f"({finding.path.index(weakest) + 1}) is {_SURENESS[weakest.confidence]}."
        )

    def _step(self, number: int, step: PathStep) -> Iterator[str]:
        yield from self._text(f"{number}. {step.source} --{step.kind.value}--> {step.target}", 2)
        yield from self._text(step.fact, 5)
        yield from self._place(step.location, 5)
        for proof in step.proof:
            yield from self._proof(proof)
        yield from self._text(f"how sure: {_SURENESS[step.confidence]}", 5)
        if step.breaks:
            yield from self._text(f"to break the path here: {step.breaks}", 5)

    def _proof(self, proof: Proof) -> Iterator[str]:
        yield from self._text(proof.fact, 7)
        yield from self._place(proof.location, 7)

    def _facts(self, finding: Finding) -> Iterator[str]:
        if finding.evidence:
            yield from ("", "Evidence")
        for evidence in finding.evidence:
            value = f": {evidence.value}" if evidence.value else ""
            yield from self._text(f"{evidence.description}{value}", 2)
            if evidence.location:
                yield from self._place(evidence.location, 4)
        if finding.related:
            yield from ("", f"Other places that belong to it: {len(finding.related)}")
        for place in finding.related[:_PLACES_SHOWN]:
            if place.note:
                yield from self._text(place.note, 2)
            yield from self._place(Location(path=place.path, start_line=place.start_line), 2 + 2 * bool(place.note))
        if len(finding.related) > _PLACES_SHOWN:
            yield f"  and {len(finding.related) - _PLACES_SHOWN} more"

    def _cure(self, finding: Finding, rule: Rule | None) -> Iterator[str]:
        if rule is None:
            yield from (
                "",
                *self._text(f"The rule {finding.rule} is not among the rules at hand: no cure can be told."),
            )
            return
        yield from ("", "How to mend it", *self._own(rule.remediation, 2))
        if rule.example:
            for word, code in (("before", rule.example.before), ("after", rule.example.after)):
                yield f"  {word} ({rule.example.language}):"
                yield from map(_indented, code.rstrip().splitlines())

    def _silence(self, finding: Finding) -> Iterator[str]:
        if finding.outcome in (Outcome.PASS, Outcome.NOT_APPLICABLE):
            return
        yield from ("", "If you do not agree")
        if finding.path:
            yield from self._text(
                "Where a component is not what archscan took it for, or in another layer, say so in archscan.yaml "
                "(archscan init writes a first one); a declaration that the code speaks against is reported.",
                2,
            )
        yield from self._text(self._acceptance(finding), 2)

    def _acceptance(self, finding: Finding) -> str:
        """What to do about a finding that is true: of what is merely not known nothing can be waived."""
        if finding.outcome is Outcome.OPEN:
            return (
                "Nothing fails here, so there is nothing to waive: show what is missing, in the repository or with "
                "archscan evidence add."
            )
        short = finding.fingerprint[:_SIGNS]
        return (
            "Where it is true and cannot be mended yet, say who answers for it, why, and until which day: "
            f"archscan waivers add {short} --reason … --owner … --expires YYYY-MM-DD. It stays in the result with its "
            "reason. Do not hide the file; who assesses would miss it."
        )

    def _place(self, location: Location, indent: int) -> Iterator[str]:
        blank = " " * indent
        if location.path == ".":
            yield f"{blank}the repository as a whole"
            return
        yield f"{blank}{redact(redact_path(location.path))}:{location.start_line}"
        quoted = self._quote(location)
        if quoted:
            yield f"{blank}  | {quoted}"

    def _text(self, text: str, indent: int = 0) -> Iterator[str]:
        yield from self._own(redact(text), indent)

    def _own(self, text: str, indent: int) -> Iterator[str]:
        """Text of a rule: it holds no secret, and its examples must keep words that look like one."""
        blank = " " * indent
        width = max(self._context.width - indent, 30)
        yield from (blank + line for line in wrap(clean(text), width, break_on_hyphens=False))


def _meaning(finding: Finding) -> str:
    if finding.doubted:
        return _DOUBTED
    return _LEAD if finding.lead else _OUTCOMES[finding.outcome]


def _indented(line: str) -> str:
    bare = line.lstrip()
    return " " * (4 + len(line) - len(bare)) + clean(bare)
