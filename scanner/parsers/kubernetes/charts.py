"""Reads a chart: what Helm makes of it where it can be rendered, else its templates as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scanner.domain.artifact import Artifact, Location
from scanner.errors import EngineError
from scanner.parsers.kubernetes.grouping import folder_of
from scanner.parsers.kubernetes.helm import Rendering, missing_charts, render
from scanner.parsers.kubernetes.kustomize import named
from scanner.parsers.kubernetes.reading import Reading
from scanner.parsers.kubernetes.rendered import rendered_objects
from scanner.parsers.positioned import decode, read_documents


def render_chart(reading: Reading, charts: Sequence[Artifact], files: Sequence[Artifact], helm: Path | None) -> None:
    """Count a chart and its subcharts, and render it where that can be done.

    Args:
        reading: What its files have given; what Helm writes takes the place of what the templates showed.
        charts: ``Chart.yaml`` of the chart and of those that it holds.
        files: All files of the chart.
        helm: The program, where it is installed.
    """
    reading.counts["helm_charts"] += len(charts)
    chart = min(charts, key=lambda artifact: (artifact.path.count("/"), artifact.path))
    if not reading.templates:
        _without_templates(reading, chart, files)
    elif helm is None:
        _not_rendered(reading, chart, "charts are not rendered, because Helm is not installed")
    else:
        rendering = render(helm, chart, files, reading.contents)
        if rendering.fault:
            _not_rendered(reading, chart, f"Helm cannot render this chart ({rendering.fault})")
        else:
            _rendered(reading, chart, files, rendering)


def _without_templates(reading: Reading, chart: Artifact, files: Sequence[Artifact]) -> None:
    """Say of a chart that only sets the values of others which of them are not here."""
    data = reading.read(chart)
    documents = read_documents(decode(data)).documents if data is not None else ()
    inside = {_inside(chart, file.path) for file in files}
    missing = missing_charts(documents[0].value() if documents else None, inside)
    if missing:
        message = f"what this chart deploys is not seen: it depends on charts that are not here ({named(missing)})"
        reading.problem(message, Location(path=chart.path))


def _not_rendered(reading: Reading, chart: Artifact, why: str) -> None:
    message = (
        f"{why}: values that templates write are unknown, and conditions are taken as true, in"
        f" {named([_inside(chart, path) for path in reading.templates])}"
    )
    reading.counts["helm_templates_not_rendered"] += len(reading.templates)
    reading.problem(message, Location(path=chart.path))


def _rendered(reading: Reading, chart: Artifact, files: Sequence[Artifact], rendering: Rendering) -> None:
    """Take what Helm wrote in place of what the templates showed."""
    of_templates = set(reading.templates)
    templates = {_inside(chart, file.path): file for file in files if file.path in of_templates}
    sketches = [one for one in reading.resources if one.location.path in of_templates]
    try:
        objects = rendered_objects(rendering.documents, rendering.again, templates, sketches)
    except EngineError as error:
        _not_rendered(reading, chart, f"Helm cannot render this chart ({error.message})")
        return
    _tell_unplaced(reading, chart, files, rendering)
    reading.replace(of_templates, objects)
    reading.counts["helm_templates_rendered"] += len(of_templates)
    values = " and ".join(("its own values", *rendering.values))
    message = f"this chart was rendered with {values}; what a deployment sets otherwise is not seen"
    if rendering.missing:
        message += f", nor the charts that it depends on and that are not here: {named(rendering.missing)}"
    reading.problem(message, Location(path=chart.path))


def _tell_unplaced(reading: Reading, chart: Artifact, files: Sequence[Artifact], rendering: Rendering) -> None:
    """Say what Helm wrote from what is no file of the chart: a template can name any as its source."""
    known = {_inside(chart, file.path) for file in files}
    unknown = dict.fromkeys(one.path or "nothing" for one in rendering.documents if one.path not in known)
    if unknown:
        message = f"what Helm writes is not seen where it names as its source what is not here: {named([*unknown])}"
        reading.problem(message, Location(path=chart.path))


def _inside(chart: Artifact, path: str) -> str:
    """The path of a file in its chart."""
    folder = folder_of(chart)
    return path.removeprefix(f"{folder}/") if folder else path
