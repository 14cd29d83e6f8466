"""Makes findings of rules: the parts that do not depend on the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scanner import lazy_re
from scanner.domain.artifact import Location, Role
from scanner.domain.catalog import Severity
from scanner.domain.finding import EngineResult, Finding, Outcome
from scanner.domain.resource import Problem
from scanner.domain.rule import Otherwise
from scanner.errors import EngineError
from scanner.interfaces import BoundRule

MAX_PROBLEMS = 20
"""Problems of one kind that are told one by one; the rest is counted."""
_NAMED = 20
"""Rules that were not evaluated and are told by name."""
_PLACEHOLDER = lazy_re.compile(r"\{(\w+)\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put values into a rule's text. What stands in a value is never looked at again.

    Args:
        template: Text with ``{placeholders}``; one that has no value stays as it is.
        values: By name.
    """
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template).strip()


def unfulfilled(bound: BoundRule) -> Outcome:
    """What an assertion that does not hold is worth under a rule."""
    return Outcome.REVIEW if bound.rule.check.otherwise is Otherwise.REVIEW else Outcome.FAIL


def at_most_medium(finding: Finding) -> Finding:
    """A failure that became a question, for want of certainty, or of which the rule says that it is less grave.

    High says that what was shown is a danger by itself. A rule that only ever asks says its severity itself.
    """
    grave = finding.severity in {Severity.CRITICAL, Severity.HIGH}
    return finding.model_copy(update={"severity": Severity.MEDIUM}) if grave else finding


def make_finding(  # the six facts that every finding needs
    bound: BoundRule, outcome: Outcome, subject: str, location: Location, role: Role, message: str
) -> Finding:
    """A finding under a rule."""
    rule = bound.rule
    return Finding(
        rule=rule.name,
        control=rule.control,
        principle=bound.principle,
        engine=rule.check.engine,
        outcome=outcome,
        confidence=rule.confidence,
        severity=rule.severity,
        message=message,
        subject=subject,
        location=location,
        role=role,
    )


def not_evaluated(engine: str, rules: Sequence[BoundRule], error: EngineError) -> EngineResult:
    """What an engine gives back when it is missing or broke: nothing passes, nothing fails, and it is said.

    Args:
        engine: Its name.
        rules: Rules that could not be evaluated.
        error: Why.
    """
    names = sorted(bound.rule.name for bound in rules)
    noun = "rule was" if len(names) == 1 else "rules were"
    hint = f"; try: {error.hint}" if error.hint else ""
    shown = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    message = f"{error.message}{hint}; {len(names)} {noun} not evaluated: {shown}"
    problem = Problem(stage="engines", engine=engine, message=message)
    return EngineResult(problems=(problem,), unavailable=tuple(names), lasting=False)


def joined(*results: EngineResult) -> EngineResult:
    """Several results as one, in their order."""
    return EngineResult(
        findings=tuple(finding for result in results for finding in result.findings),
        problems=tuple(problem for result in results for problem in result.problems),
        unavailable=tuple(sorted({name for result in results for name in result.unavailable})),
        lasting=all(result.lasting for result in results),
    )


def capped(engine: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first problems, and one that counts the others."""
    every = list(dict.fromkeys(problems))
    if len(every) <= MAX_PROBLEMS:
        return tuple(every)
    rest = Problem(stage="engines", engine=engine, message=f"{len(every) - MAX_PROBLEMS} more problems of this kind")
    return (*every[:MAX_PROBLEMS], rest)
