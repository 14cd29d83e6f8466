"""Starts the worker inside checkov's environment."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scanner.engines.isolation import EngineEnvironment
from scanner.errors import EngineError
from scanner.evaluation.redaction import redact
from scanner.processes import Completed, Limits, Running

PROTOCOL = 1
"""Of the form of requests, answers and index: ``program.VERSION`` of the worker."""

FOLDER = Path(__file__).parent / "worker"
LIMITS = Limits(seconds=300, memory=2 * 1024**3, output=256 * 1024**2)

# -I keeps the folder of a program out of the way, so it is named here.
_START = """
import importlib.util, sys
folder = sys.argv.pop(1)
spec = importlib.util.spec_from_file_location(
    "checkov_worker", folder + "/__init__.py", submodule_search_locations=[folder])
sys.modules["checkov_worker"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from checkov_worker.program import main
sys.exit(main(sys.argv[1:]))
"""
_VARIABLES = {"LOG_LEVEL": "CRITICAL", "CHECKOV_RENDER_MAX_LEN": "0"}


def command(mode: str) -> tuple[str, ...]:
    """Arguments of the interpreter for the worker.

    Args:
        mode: ``index`` or ``judge``.
    """
    return ("-I", "-W", "ignore", "-c", _START, str(FOLDER), mode)


def start_worker(
    environment: EngineEnvironment, arguments: Sequence[str], scratch: Path, limits: Limits = LIMITS
) -> Running:
    """Start the worker; it waits for its request.

    Args:
        environment: Of checkov; ready.
        arguments: As :func:`command` makes them.
        scratch: An existing folder in which it runs.
        limits: What it may use.

    Raises:
        EngineError: It could not be started.
    """
    return environment.start(
        [str(environment.python), *arguments], cwd=scratch, scratch=scratch, variables=_VARIABLES, limits=limits
    )


def run_worker(
    environment: EngineEnvironment, arguments: Sequence[str], scratch: Path, limits: Limits = LIMITS
) -> Completed:
    """Run the worker without a request.

    Raises:
        EngineError: It could not be started, took too long, or broke.
    """
    return whole(start_worker(environment, arguments, scratch, limits).finish())


def whole(done: Completed) -> Completed:
    """What the worker printed, if it came to its end.

    Raises:
        EngineError: It did not.
    """
    if done.code != 0:
        raise EngineError(f"checkov's worker broke with exit code {done.code}: {redact(done.stderr[-400:])}")
    return done
