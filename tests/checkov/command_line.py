"""checkov's own command line over a folder: the judge of what archscan answers in its place."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from scanner.engines.isolation import EngineEnvironment
from scanner.processes import Limits

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
FRAMEWORKS = ("kubernetes", "terraform")
_VARIABLES = {
    "BC_SKIP_MAPPING": "TRUE",
    "CKV_SKIP_PACKAGE_UPDATE_CHECK": "True",
    "LOG_LEVEL": "ERROR",
    "ANSI_COLORS_DISABLED": "1",
}


@dataclass(frozen=True, order=True)
class Judgement:
    """What checkov says of one resource under one check; what it calls unknown it does not say."""

    framework: str
    check: str
    resource: str
    """Address as checkov writes it, with module path and index."""
    path: str
    """From the folder that checkov was given."""
    line: int
    result: str
    """``PASSED``, ``FAILED`` or ``SKIPPED``."""


def mapped_ids() -> Mapping[str, tuple[str, ...]]:
    """The checks that the catalogue maps, by framework."""
    listed = yaml.safe_load((HERE / "mapped_ids.yaml").read_text("utf-8"))
    return {framework: tuple(listed[framework]) for framework in FRAMEWORKS}


def judge(root: Path, ids: Iterable[str], scratch: Path, skipped: Sequence[str] = ()) -> tuple[Judgement, ...]:
    """Run the command line once.

    Args:
        root: Folder to judge.
        ids: Checks to run.
        scratch: Existing folder outside of ``root``.
        skipped: Regular expressions of paths that are left out.

    Raises:
        EngineError: checkov could not be installed or run.
        AssertionError: It broke or could not parse a file.
    """
    environment = EngineEnvironment("checkov")
    environment.ensure(lambda _: None, offline=False)
    left_out = [option for path in skipped for option in ("--skip-path", path)]
    target = ["--directory", str(root), *left_out, "--framework", *FRAMEWORKS]
    output = ["--output", "json", "--compact", "--soft-fail", "--skip-download"]
    done = environment.run(
        [str(environment.executable), *target, "--check", ",".join(sorted(set(ids))), *output],
        cwd=scratch,
        scratch=scratch,
        variables=_VARIABLES,
        limits=Limits(),
    )
    assert done.code == 0, done.stderr
    printed = json.loads(done.stdout)
    reports = printed if isinstance(printed, list) else [printed]
    return tuple(sorted(one for report in reports if "results" in report for one in _judgements(report)))


def _judgements(report: Mapping[str, object]) -> Iterable[Judgement]:
    results = report["results"]
    assert isinstance(results, dict)
    assert results["parsing_errors"] == []
    for kind in ("passed_checks", "failed_checks", "skipped_checks"):
        for one in results[kind]:
            yield Judgement(
                framework=str(report["check_type"]),
                check=one["check_id"],
                resource=one["resource"],
                path=one["file_path"].lstrip("/"),
                line=one["file_line_range"][0],
                result=one["check_result"]["result"],
            )
