"""Speaks with GitHub's runner: outputs, the job summary, and workflow commands for annotations.

See https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Whatever comes from a repository is
escaped, so that no text of it can become an output, a command or a second line.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from scanner.errors import UsageError
from scanner.evaluation.redaction import redact

SUMMARY_LIMIT = 1024 * 1024
"""Bytes of a job summary that GitHub takes from a step; more are refused as a whole."""
MESSAGE_LIMIT, TITLE_LIMIT = 2_000, 200
"""Characters that are shown."""

_CUT = "\n\nThis summary was cut at GitHub's limit; the json report is whole.\n"


class Level(StrEnum):
    """How an annotation is shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Annotation(NamedTuple):
    """A message at a place, or at none."""

    level: Level
    title: str
    message: str
    path: str = ""
    """From the root of the repository."""
    line: int | None = None
    end_line: int | None = None


def command(annotation: Annotation) -> str:
    """The workflow command that makes an annotation, on one line."""
    properties = {"title": redact(annotation.title)[:TITLE_LIMIT]}
    if annotation.path:
        properties = {"file": annotation.path} | properties
    if annotation.path and annotation.line:
        properties |= {"line": str(annotation.line), "endLine": str(annotation.end_line or annotation.line)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{annotation.level.value} {written}::{_data(_redacted(annotation.message)[:MESSAGE_LIMIT])}"


def _redacted(text: str) -> str:
    """Each line by itself: a line of a message is ours."""
    return "\n".join(redact(line) for line in text.split("\n"))


def _data(text: str) -> str:
    """A message as a command holds it; ``##[`` would be a command of the older form."""
    plain = text.encode("utf-8", "replace").decode("utf-8").replace("##", "# #")
    return plain.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class Runner:
    """The files by which a step answers. Outside a runner there are none, and nothing is written.

    Args:
        environment: With ``GITHUB_OUTPUT`` and ``GITHUB_STEP_SUMMARY``.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def output(self, values: Mapping[str, str]) -> None:
        """Set outputs of the step.

        Args:
            values: Name to value; a value of several lines stands between delimiters that nobody can foresee.
        """
        self._append("GITHUB_OUTPUT", "".join(_output(name, value) for name, value in values.items()))

    def summary(self, text: str) -> None:
        """Write the job summary; what GitHub would refuse is cut at a line.

        Args:
            text: Markdown.
        """
        data = text.encode("utf-8", "replace")
        if len(data) > SUMMARY_LIMIT:
            kept = data[: SUMMARY_LIMIT - len(_CUT.encode())].decode("utf-8", "ignore")
            data = (kept.rpartition("\n")[0] + _CUT).encode()
        self._append("GITHUB_STEP_SUMMARY", data.decode("utf-8"))

    def _append(self, variable: str, text: str) -> None:
        file = self._environment.get(variable)
        if not file:
            return
        try:
            with Path(file).open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except OSError as error:
            raise UsageError(f"the runner's file {variable} could not be written: {error.strerror}") from error


def _output(name: str, value: str) -> str:
    if not any(character in value for character in "\r\n"):
        return f"{name}={value}\n"
    delimiter = f"archscan-{secrets.token_hex(16)}"
    lines = "\n".join(value.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return f"{name}<<{delimiter}\n{lines}\n{delimiter}\n"
