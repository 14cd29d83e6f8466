"""``archscan schemas``: writes the generated JSON schemas, or says that they are out of date."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def schemas(
    folder: Annotated[Path, typer.Argument(help="Folder of the schema files.")] = Path("schemas"),
    check: Annotated[bool, typer.Option("--check", help="Only compare; exit 1 when a file differs.")] = False,
) -> None:
    """Write the JSON schemas of the result, the map, rule files and archscan.yaml, from the types archscan uses."""
    from scanner.picture.document import map_schema  # noqa: PLC0415
    from scanner.reports.result_json import assessment_schema  # noqa: PLC0415
    from scanner.rules.loader import rule_schema  # noqa: PLC0415
    from scanner.sources.configuration import configuration_schema  # noqa: PLC0415

    wanted = {
        "assessment.schema.json": assessment_schema(),
        "configuration.schema.json": configuration_schema(),
        "map.schema.json": map_schema(),
        "rule.schema.json": rule_schema(),
    }
    stale = []
    for name, schema in wanted.items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        file = folder / name
        if not file.is_file() or file.read_text("utf-8") != text:
            stale.append(name)
            if not check:
                folder.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="\n")
    if check and stale:
        typer.echo(f"out of date: {', '.join(stale)}; run `archscan schemas {folder}`", err=True)
        raise typer.Exit(1)
