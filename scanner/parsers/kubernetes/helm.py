"""Renders charts by Helm where it is installed: without network, with little memory and time, on a copy.

Nothing of a chart is a program, but its templates can loop and name hosts. It is rendered with its own values, and with
those of production where it has a file of them; what a deployment sets otherwise is not seen.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scanner import lazy_re
from scanner.domain.artifact import Artifact
from scanner.domain.resource import Value
from scanner.errors import EngineError, ReadError
from scanner.interfaces import Contents
from scanner.parsers.kubernetes.grouping import CHART_FILE, folder_of
from scanner.parsers.kubernetes.programs import Rendered, run_alone
from scanner.parsers.positioned import decode, read_documents

_LARGEST = 64 * 1024**2
"""Bytes of a chart that are copied."""
_SOURCE = lazy_re.compile(r"^# Source: [^/\n]+/(?P<path>\S.*)$", re.MULTILINE)
_BREAK = lazy_re.compile(r"^---[ \t]*$", re.MULTILINE)
_CHANGING = lazy_re.compile(
    rb"\b(?:rand(?:Alpha|Numeric|AlphaNum|Ascii|Bytes|Int)|gen(?:CA|PrivateKey|SignedCert|SelfSignedCert)\w*|uuidv4"
    rb"|now|ago|htpasswd|bcrypt|shuffle)\b"
)
"""Functions of templates that give something else each time."""
_PRODUCTION = lazy_re.compile(r"(?i)^values[-._](?:prod|production|live)\.ya?ml$")


@dataclass(frozen=True)
class Rendering:
    """A chart as Helm writes it, or why it could not be."""

    documents: tuple[Rendered, ...] = ()
    again: tuple[Rendered, ...] = ()
    """The same once more, where something in it changes each time."""
    values: tuple[str, ...] = ()
    """Files of values besides the chart's own that were taken."""
    missing: tuple[str, ...] = ()
    """Charts that it depends on and that are not here."""
    fault: str = ""


def render(helm: Path, chart: Artifact, files: Sequence[Artifact], contents: Contents) -> Rendering:
    """Render a chart.

    Args:
        helm: The program.
        chart: Its ``Chart.yaml``.
        files: All files of the chart, that one among them.
        contents: Gives their bytes.
    """
    with tempfile.TemporaryDirectory(prefix="archscan-helm-") as made:
        scratch = Path(made)
        folder = scratch / "chart"
        (scratch / "run").mkdir()
        values = _production_values(chart, files)
        missing: tuple[str, ...] = ()
        try:
            changing = _copy(chart, files, contents, folder)
            missing = _without_missing(folder)
            documents = _run(helm, folder, values, scratch / "run")
            again = _run(helm, folder, values, scratch / "run") if changing else ()
        except EngineError as error:
            return Rendering(missing=missing, fault=error.message)
        except OSError as error:
            return Rendering(fault=f"it could not be copied: {error.strerror}")
    return Rendering(documents, again, values, missing)


def _copy(chart: Artifact, files: Sequence[Artifact], contents: Contents, folder: Path) -> bool:
    """Copy a chart; whether anything in it changes each time that it is rendered."""
    changing, size = False, 0
    for file in files:
        inside = PurePosixPath(file.path).relative_to(folder_of(chart) or ".")
        try:
            data = contents.read(file)
        except ReadError:  # a picture, or a packed chart, which is then told to be missing
            continue
        size += len(data)
        if size > _LARGEST:
            raise EngineError(f"it is larger than {_LARGEST // 1024**2} MB")
        changing = changing or ("templates" in inside.parts and _CHANGING.search(data) is not None)
        target = folder / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return changing


def missing_charts(head: Value, inside: Collection[str]) -> tuple[str, ...]:
    """Names of the charts that one depends on and does not hold.

    Args:
        head: What its ``Chart.yaml`` says.
        inside: Paths of its files, in the chart.
    """
    written = head.get("dependencies") if isinstance(head, Mapping) else None
    wanted = [one for one in written if isinstance(one, Mapping)] if isinstance(written, Sequence) else []
    names = dict.fromkeys(str(one.get("name", "")) for one in wanted)
    return tuple(name for name in names if not _is_held(name, inside))


def _is_held(name: str, inside: Collection[str]) -> bool:
    packed = f"charts/{name}-"
    return f"charts/{name}/{CHART_FILE}" in inside or any(
        path.startswith(packed) and path.endswith(".tgz") for path in inside
    )


def _without_missing(folder: Path) -> tuple[str, ...]:
    """Take from a chart what it depends on and does not hold: Helm would render nothing at all.

    Raises:
        EngineError: The chart's head is not what Helm takes.
    """
    file = folder / CHART_FILE
    documents = read_documents(decode(file.read_bytes())).documents
    head = documents[0].value() if documents else None
    if not isinstance(head, Mapping):
        raise EngineError(f"{CHART_FILE} is no map")
    missing = missing_charts(head, {path.relative_to(folder).as_posix() for path in folder.rglob("*")})
    written = head.get("dependencies")
    if missing and isinstance(written, Sequence):
        held = [one for one in written if isinstance(one, Mapping) and str(one.get("name", "")) not in missing]
        file.write_text(json.dumps({**head, "dependencies": held}), encoding="utf-8")
        (folder / "Chart.lock").unlink(missing_ok=True)
    return missing


def _production_values(chart: Artifact, files: Sequence[Artifact]) -> tuple[str, ...]:
    beside = [file.path.rpartition("/")[2] for file in files if folder_of(file) == folder_of(chart)]
    return tuple(sorted(name for name in beside if _PRODUCTION.match(name))[:1])


def _run(helm: Path, folder: Path, values: Sequence[str], scratch: Path) -> tuple[Rendered, ...]:
    """What Helm writes.

    Raises:
        EngineError: It could not be run, or did not render the chart.
    """
    command = [str(helm), "template", "release", str(folder), "--skip-tests"]
    command += [part for name in values for part in ("--values", str(folder / name))]
    return tuple(_documents(run_alone(command, folder, scratch)))


def _documents(text: str) -> Iterator[Rendered]:
    """What Helm wrote, by the file that it names; what names none has an empty path."""
    for part in _BREAK.split(text):
        source = _SOURCE.search(part)
        written = part[source.end() :] if source is not None else part
        if written.strip():
            yield Rendered(source["path"].strip() if source is not None else "", written)
