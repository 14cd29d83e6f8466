"""Shows the pages of ``--help``.

typer's own pages look alike, but read their texts with a Markdown library and carry a highlighter of tracebacks: to
import those takes twice as long as all the rest.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_Function = TypeVar("_Function", bound=Callable[..., Any])

_MARKED = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*")
_STYLES = {"code": "bold cyan", "strong": "bold"}
_NAME, _VALUE, _BORDER, _NOTE = "bold cyan", "bold yellow", "dim", "dim"
_NOTES = re.compile(r" {2}\[[^\]]*\]$")


class Command(TyperCommand):
    """A command whose help is one of our pages."""

    def format_help(self, ctx: typer.Context, formatter: object) -> None:  # type: ignore[override]  # wants less
        """Print the page."""
        del formatter
        _show(self, ctx, [])


class Group(TyperGroup):
    """A group of commands whose help is one of our pages."""

    def format_help(self, ctx: typer.Context, formatter: object) -> None:  # type: ignore[override]  # wants less
        """Print the page."""
        del formatter
        found = (self.get_command(ctx, name) for name in self.list_commands(ctx))
        rows = [(one.name or "", one.short_help or one.help or "") for one in found if one and not one.hidden]
        _show(self, ctx, [(name, "", next(_paragraphs(text), ""), "") for name, text in rows])


class App(typer.Typer):
    """An application, or a part of one, with our pages."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=Group, add_completion=False, rich_markup_mode="markdown", **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[[_Function], _Function]:
        """As typer's."""
        return super().command(name, **{"cls": Command, **settings})


_Row = tuple[str, str, str, str]
"""Name, what is to be given, help, and a note on its default."""


def _show(command: Command | Group, ctx: typer.Context, commands: Sequence[_Row]) -> None:
    from rich.console import Console  # noqa: PLC0415  # a scan needs none of it
    from rich.padding import Padding  # noqa: PLC0415

    console = Console(highlight=False)
    console.print(Padding(_text(f"**Usage:** {command.get_usage(ctx).removeprefix('Usage: ')}"), (1, 1)))
    _prose(console, command.help or "")
    rows: dict[str, list[_Row]] = {"Arguments": [], "Options": []}
    for parameter in command.get_params(ctx):
        if record := parameter.get_help_record(ctx):
            name, _, value = record[0].partition(" ")
            help_text, note = _without_note(record[1])
            rows["Options" if name.startswith("-") else "Arguments"].append((name, value, help_text, note))
    for title, entries in (*rows.items(), ("Commands", commands)):
        if entries:
            _panel(console, title, entries)
    _prose(console, command.epilog or "", before=1)


def _prose(console: Console, text: str, *, before: int = 0) -> None:
    from rich.padding import Padding  # noqa: PLC0415

    for paragraph in _paragraphs(text):
        console.print(Padding(_text(paragraph), (before, 1, 1, 1)))
        before = 0


def _panel(console: Console, title: str, rows: Sequence[_Row]) -> None:
    from rich.panel import Panel  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(show_header=False, box=None, expand=True, pad_edge=False, padding=(0, 1))
    table.add_column(no_wrap=True)
    if any(value for _, value, _, _ in rows):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for name, value, text, note in rows:
        shown = _text(text)
        if note:
            shown.append(f"\n{note}", _NOTE)
        cells = [Text(name, _NAME), Text(value, _VALUE), shown]
        table.add_row(*(cells if len(table.columns) == 3 else (cells[0], shown)))
    console.print(Panel(table, title=title, title_align="left", border_style=_BORDER))


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs, each in one line."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.strip():
            yield " ".join(paragraph.split())


def _text(written: str) -> Text:
    """Text in which `code` and **strong** words stand out."""
    from rich.text import Text  # noqa: PLC0415

    made, at = Text(), 0
    for found in _MARKED.finditer(written):
        made.append(written[at : found.start()])
        kind = found.lastgroup or ""
        made.append(found[kind], _STYLES[kind])
        at = found.end()
    return made.append(written[at:])


def _without_note(text: str) -> tuple[str, str]:
    """A help text, and what stands in brackets behind it."""
    found = _NOTES.search(text)
    return (text[: found.start()], found[0].strip()) if found else (text, "")
