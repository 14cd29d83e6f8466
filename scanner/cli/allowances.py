"""What a command lets pass: approved waivers, a baseline, an earlier commit, other limits of the gate."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scanner.errors import ArchscanError, NothingToScanError, UsageError

if TYPE_CHECKING:
    from scanner.domain.assessment import Assessment
    from scanner.domain.catalog import Severity
    from scanner.domain.waiver import Written
    from scanner.evaluation.baseline import Against
    from scanner.interfaces import Report
    from scanner.pipeline import Allowances, Course, Yardstick

_MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Allowed:
    """The options of a command, as they were given."""

    approvals: Path | None = None
    waivers: bool = True
    baseline: Path | None = None
    since: str | None = None
    fail_on: str | None = None
    minimum_score: float | None = None
    minimum_coverage: float | None = None


def allowances_of(
    allowed: Allowed, paths: Sequence[str], yardstick: Yardstick, tell: Report, course: Course
) -> Allowances:
    """What is set aside, and with what the result is compared.

    Args:
        allowed: The options.
        paths: What is scanned.
        yardstick: What it is measured with.
        tell: Is told what goes on.
        course: How to go about it.

    Raises:
        UsageError: A file or commit is not there or not of its form, or two options say different things.
    """
    from scanner.pipeline import Allowances  # noqa: PLC0415

    if allowed.baseline and allowed.since is not None:
        raise UsageError("--baseline and --since both say what was known before", hint="give one of them")
    against = None
    if allowed.baseline:
        against = read_baseline(allowed.baseline)
    elif allowed.since is not None:
        against = against_revision(allowed.since, paths, yardstick, tell, course)
    return Allowances(approvals=_approvals(allowed.approvals, paths), waivers=allowed.waivers, against=against)


def with_gate(yardstick: Yardstick, allowed: Allowed) -> Yardstick:
    """The yardstick with the limits that the caller asks for; the result names them.

    Raises:
        UsageError: A severity does not exist, or a number is out of its range.
    """
    changes: dict[str, object] = {}
    if allowed.fail_on is not None:
        changes["fail_on"] = _severities(allowed.fail_on)
    if allowed.minimum_score is not None:
        changes["minimum_score"] = allowed.minimum_score
    if allowed.minimum_coverage is not None:
        changes["minimum_coverage"] = allowed.minimum_coverage
    if not changes:
        return yardstick
    gate = yardstick.policy.gate.model_copy(update=changes)
    told = tuple(f"{name}: {_told(value)}" for name, value in changes.items())
    return replace(yardstick, policy=yardstick.policy.model_copy(update={"gate": gate}), overrides=told)


def _severities(text: str) -> tuple[Severity, ...]:
    return () if text.strip().lower() == "never" else severities(text, "--fail-on", more="; or never")


def severities(text: str, option: str, *, more: str = "") -> tuple[Severity, ...]:
    """Severities with commas between them, as an option takes them.

    Args:
        text: What was given.
        option: To which, for the error.
        more: What the option takes beside them, for the hint.

    Raises:
        UsageError: One is no severity, or there is none.
    """
    from scanner.domain.catalog import Severity  # noqa: PLC0415

    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    known = [severity.value for severity in Severity]
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise UsageError(
            f"{option} {text}: {', '.join(wrong) or 'nothing'} is no severity",
            hint=f"they are {', '.join(known)}{more}",
        )
    return tuple(severity for severity in Severity if severity.value in names)


def _told(value: object) -> str:
    return (", ".join(one.value for one in value) or "never") if isinstance(value, tuple) else f"{value:g}"


def _approvals(file: Path | None, paths: Sequence[str]) -> tuple[Written, ...]:
    if file is None:
        return ()
    from scanner.sources.waivers import load_approvals  # noqa: PLC0415

    for text in paths:
        root = Path(text.partition("=")[2] or text).resolve()
        if file.resolve().is_relative_to(root):
            raise UsageError(
                f"{file} lies in what is scanned",
                hint="approvals are the assessor's, and lie outside the supplier's repository",
            )
    return load_approvals(file)


def read_baseline(file: Path) -> Against:
    """A baseline that was written by ``archscan baseline``.

    Raises:
        UsageError: It is not there, or no baseline.
    """
    from pydantic import ValidationError  # noqa: PLC0415

    from scanner.domain.baseline import BASELINE_VERSION, Baseline, BaselineKind  # noqa: PLC0415
    from scanner.evaluation.baseline import Against  # noqa: PLC0415

    hint = "`archscan baseline . --output archscan-baseline.json` makes one"
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{file} is larger than {_MAX_BYTES // 1024 // 1024} MB")
        baseline = Baseline.model_validate_json(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file} could not be read: {error.strerror}", hint=hint) from error
    except ValidationError as error:
        raise UsageError(f"{file} is no baseline of this archscan", hint=hint) from error
    if baseline.version != BASELINE_VERSION:
        raise UsageError(f"{file} is a baseline of form {baseline.version}, not {BASELINE_VERSION}", hint=hint)
    return Against(baseline, BaselineKind.FILE, file.name)


def against_revision(
    revision: str, paths: Sequence[str], yardstick: Yardstick, tell: Report, course: Course
) -> Against:
    """What was known at an earlier commit: it is scanned with the same rules.

    Raises:
        UsageError: There is no such commit.
    """
    from scanner.cli.readers import reader_of  # noqa: PLC0415
    from scanner.domain.baseline import Baseline, BaselineKind  # noqa: PLC0415
    from scanner.evaluation.baseline import Against, baseline_of  # noqa: PLC0415
    from scanner.pipeline import Allowances, assess  # noqa: PLC0415
    from scanner.sources.earlier import lay_out  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="archscan-since-") as scratch:
        earlier = lay_out(Path(paths[0]), revision, Path(scratch))
        tell(f"scanning {revision} ({earlier.commit[:8]})")
        try:
            reader = reader_of(paths, earlier)
            before = assess(reader, yardstick, tell, course, allowances=Allowances(waivers=False))
        except NothingToScanError:
            return Against(Baseline(), BaselineKind.REVISION, revision, earlier.commit, earlier.notes)
        except ArchscanError as error:
            raise UsageError(f"at {revision}: {error.message}", hint=error.hint) from error
    known = baseline_of(before.findings, before.principles, before.packs, before.policy.id)
    others = ("the other repositories are compared with themselves: what is new in them is not told",)
    notes = (*earlier.notes, *(others if len(paths) > 1 else ()))
    return Against(known, BaselineKind.REVISION, revision, earlier.commit, notes)


def shrink(file: Path, assessment: Assessment, against: Against) -> None:
    """Take out of a baseline what was mended; in a pipeline the file stays, and it is told that it could be shorter."""
    from scanner.evaluation.baseline import compare_with  # noqa: PLC0415

    left = compare_with(assessment, against).left
    gone = len(against.baseline.findings) - len(left.findings)
    if left == against.baseline:
        return
    if in_pipeline():
        if gone:
            _say(f"{gone} findings of {file} are gone: scan once outside the pipeline, and commit the shorter file")
        return
    from scanner.cli.reporting import write  # noqa: PLC0415

    write(file, f"{left.model_dump_json(indent=1)}\n".encode())
    if gone:
        _say(f"{gone} findings are gone, and were taken out of {file}")


def _say(text: str) -> None:
    sys.stderr.write(f"archscan: {text}\n")


def in_pipeline() -> bool:
    """Whether this runs in a pipeline, as all of them say in the environment."""
    return os.environ.get("CI", "").lower() in {"true", "1", "yes"}
