"""Leads lines through the channels between the boxes: from a box into a channel, along tracks, into the other box.

Boxes stand in cells, so that channels between rows and between columns are free of boxes from end to end. Lines of one
family that lead to the same box share their tracks, as the wires of a bus do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scanner.picture.families import OFF_AT_FIRST
from scanner.picture.grid import Cell, Grid
from scanner.picture.scene import Line, Scene

Trunk = tuple[int, str, str]
"""Box to which lines lead, their family, and what rules say of them."""

_FAINT = 4

SLOTS = 8
"""Ports on one side of a box."""


@dataclass(frozen=True)
class Port:
    """Where a line touches a box: below or above, and the how manieth from the left."""

    box: int
    below: bool
    slot: int


@dataclass(frozen=True)
class Route:
    """The way of a line, in terms of channels; channel ``n`` of the rows is above row ``n``."""

    line: int
    begin: Port | None
    """None where the boxes are neighbours and the line goes straight across."""
    end: Port | None
    leave: int = 0
    """Channel into which it goes from its source."""
    arrive: int = 0
    """Channel from which it goes to its target; the same as ``leave`` where they are near."""
    shaft: int = 0
    """Channel between columns by which it goes from one to the other; ``n`` is left of column ``n``."""


@dataclass(frozen=True)
class Tracks:
    """Tracks of all channels: position of each trunk in it, and how many there are."""

    across: Mapping[tuple[int, Trunk], int]
    """By channel between rows."""
    down: Mapping[tuple[int, Trunk], int]
    """By channel between columns."""
    across_count: Mapping[int, int]
    down_count: Mapping[int, int]


def trunk_of(line: Line) -> Trunk:
    """What a line shares its tracks with."""
    return line.target, line.family.value, line.marks.level


def find_routes(scene: Scene, grid: Grid) -> tuple[Route, ...]:
    """A route for every line, ports in the order that keeps lines from crossing beside the box.

    Args:
        scene: Boxes and lines.
        grid: Cells of the boxes.
    """
    ways = {line.number: _way(grid.cells[line.source], grid.cells[line.target]) for line in scene.lines}
    ports = _ports(scene.lines, ways, grid.cells)
    routes = []
    for line in scene.lines:
        way = ways[line.number]
        if way is None:
            routes.append(Route(line.number, None, None))
            continue
        leave, arrive, shaft = way
        begin, end = ports[line.source, *_outgoing(line, way, grid)], ports[line.target, *_incoming(line, way, grid)]
        routes.append(Route(line.number, begin, end, leave, arrive, shaft))
    return tuple(routes)


_Way = tuple[int, int, int] | None
_Use = tuple[bool, str]
"""Whether below, and by what."""


def _way(source: Cell, target: Cell) -> _Way:
    """Channels to leave, to arrive, and between the columns; None for neighbours in a row."""
    rows, columns = target[0] - source[0], target[1] - source[1]
    if rows == 0:
        return None if abs(columns) == 1 else (source[0], source[0], 0)
    leave, arrive = (source[0] + 1, target[0]) if rows > 0 else (source[0], target[0] + 1)
    # Beside the target, on the side from which the line comes.
    shaft = target[1] if columns > 0 else target[1] + 1
    return leave, arrive, shaft


def _outgoing(line: Line, way: tuple[int, int, int], grid: Grid) -> _Use:
    return way[0] > grid.cells[line.source][0], f"out {line.family.value} {line.marks.level}"


def _incoming(line: Line, way: tuple[int, int, int], grid: Grid) -> _Use:
    return way[1] > grid.cells[line.target][0], f"in {line.family.value} {line.marks.level}"


def _ports(
    lines: Sequence[Line], ways: Mapping[int, _Way], cells: Mapping[int, Cell]
) -> dict[tuple[int, bool, str], Port]:
    """Ports by box, side and use, ordered by where their lines come from or go to."""
    uses: dict[tuple[int, bool], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        way = ways[line.number]
        if way is None:
            continue
        source, target = cells[line.source], cells[line.target]
        mark = f"{line.family.value} {line.marks.level}"
        uses[line.source, way[0] > source[0]][f"out {mark}"].append(target[1])
        uses[line.target, way[1] > target[0]][f"in {mark}"].append(source[1])
    ports = {}
    for (box, below), own in uses.items():
        order = sorted(own, key=lambda use: (sum(own[use]) / len(own[use]), use))
        for at, use in enumerate(order):
            slot = (2 * at + 1) * SLOTS // (2 * len(order))
            ports[box, below, use] = Port(box, below, slot)
    return ports


def lay_tracks(scene: Scene, routes: Sequence[Route], grid: Grid) -> Tracks:
    """Give each trunk a track in each channel through which it goes; tracks are shared where nobody meets.

    Args:
        scene: Boxes and lines.
        routes: Of the lines.
        grid: Cells of the boxes.
    """
    across: dict[int, dict[Trunk, list[float]]] = defaultdict(lambda: defaultdict(list))
    down: dict[int, dict[Trunk, list[float]]] = defaultdict(lambda: defaultdict(list))
    for route in routes:
        if route.begin is None or route.end is None:
            continue
        trunk = trunk_of(scene.lines[route.line])
        begin, end = (_across(port, grid) for port in (route.begin, route.end))
        if route.leave == route.arrive:
            across[route.leave][trunk] += [begin, end]
        else:
            shaft = float(route.shaft)
            across[route.leave][trunk] += [begin, shaft]
            across[route.arrive][trunk] += [shaft, end]
            down[route.shaft][trunk] += [float(route.leave), float(route.arrive)]
    across_at, across_count = _coloured(across, {trunk_of(line): 3 if line.marks.level else 1 for line in scene.lines})
    down_at, down_count = _coloured(down, {})
    return Tracks(across_at, down_at, across_count, down_count)


def _across(port: Port, grid: Grid) -> float:
    """Where a port is, in columns."""
    return grid.cells[port.box][1] + 0.15 + 0.7 * port.slot / SLOTS


def _coloured(
    channels: Mapping[int, Mapping[Trunk, Sequence[float]]], widths: Mapping[Trunk, int]
) -> tuple[dict[tuple[int, Trunk], int], dict[int, int]]:
    """First free track for each trunk, from the left; and how many tracks each channel has."""
    tracks: dict[tuple[int, Trunk], int] = {}
    counts: dict[int, int] = {}
    for channel, trunks in sorted(channels.items()):
        ends: list[float] = []
        faint = 0
        for trunk, reach in sorted(trunks.items(), key=lambda item: (min(item[1]), max(item[1]), item[0])):
            if trunk[1] in OFF_AT_FIRST and not trunk[2]:
                # Not seen at first: no room is kept for them, they share the first tracks.
                tracks[channel, trunk] = faint % _FAINT
                faint += 1
                continue
            wide = widths.get(trunk, 1)
            low, high = min(reach) - 0.08, max(reach) + (0.6 if wide > 1 else 0.0)
            at = 0
            while any(end > low for end in ends[at : at + wide]):
                at += 1
            ends.extend([-1.0] * (at + wide - len(ends)))
            ends[at : at + wide] = [high] * wide
            tracks[channel, trunk] = at + wide // 2
        counts[channel] = max(len(ends), min(faint, _FAINT))
    return tracks, counts
