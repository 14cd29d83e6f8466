"""Draws the architecture model: as a page, as SVG, as Mermaid, or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from scanner.domain.finding import Finding
from scanner.domain.system import System
from scanner.picture.document import render_json
from scanner.picture.mermaid import render_mermaid
from scanner.picture.page import render_page, render_svg

Draw = Callable[[System, Sequence[Finding]], str]

FORMATS: Mapping[str, Draw] = {
    "html": render_page,
    "json": render_json,
    "mermaid": render_mermaid,
    "svg": render_svg,
}
"""Drawing functions by the name of their format."""
