"""The result as one page that needs no network: for an assessor to read, question, print and file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scanner.domain.assessment import Assessment
from scanner.interfaces import ReportContext
from scanner.reports.html.page import page_of


class HtmlReport:
    """Decision, coverage, principles, the number, then each control with its evidence; nothing in it reaches out.

    Args:
        context: Rules, catalogue, and the map where one was drawn.
    """

    name = "html"

    def __init__(self, context: ReportContext) -> None:
        self._context = context

    def render(self, assessment: Assessment) -> str:
        """The whole page."""
        style, script = _asset("report.css"), _asset("report.js")
        return _environment().get_template("page.html").render(
            page=page_of(assessment, self._context),
            style=Markup(style),  # noqa: S704  # our own file
            script=Markup(script),  # noqa: S704  # our own file
            style_digest=_digest(style),
            script_digest=_digest(script),
        )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _asset(name: str) -> str:
    return (files(__name__) / "assets" / name).read_text("utf-8")


def _digest(text: str) -> str:
    """As a content security policy names what it allows."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
