"""Turns cells and routes into pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from scanner.picture.grid import Grid, arrange
from scanner.picture.routing import SLOTS, Port, Route, Tracks, find_routes, lay_tracks, trunk_of
from scanner.picture.scene import BANDS, OUTSIDE_BAND, Box, Line, Scene

BOX_WIDTH, BOX_HEIGHT = 184, 72
_HEADER = 116
_PITCH = 7
_GAP, _SHAFT = 30, 26
_EMPTY = 24
_SLOT = BOX_WIDTH / (2 * SLOTS + 1)

Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Drawing:
    """Where everything is, in pixels."""

    scene: Scene
    width: float
    height: float
    bands: Mapping[str, Frame]
    boxes: Mapping[int, Frame]
    lines: Mapping[int, tuple[Point, ...]]


def draw(scene: Scene) -> Drawing:
    """Lay out a scene.

    Args:
        scene: Boxes and lines.
    """
    grid = arrange(scene)
    routes = find_routes(scene, grid)
    return _Sheet(scene, grid, lay_tracks(scene, routes, grid)).drawing(routes)


class _Sheet:
    """Positions of rows, columns and tracks."""

    def __init__(self, scene: Scene, grid: Grid, tracks: Tracks) -> None:
        self._scene, self._grid, self._tracks = scene, grid, tracks
        columns = grid.columns + grid.outside
        shafts = [_SHAFT + _PITCH * tracks.down_count.get(at, 0) for at in range(columns + 1)]
        self._shafts = [
            _HEADER + before + at * BOX_WIDTH for at, before in enumerate(accumulate(shafts[:-1], initial=0.0))
        ]
        self._lefts = [left + shaft for left, shaft in zip(self._shafts, shafts, strict=True)][:-1]
        self._width = self._shafts[-1] + shafts[-1]
        self._bands: dict[str, Frame] = {}
        self._channels: list[float] = []
        self._tops: list[float] = []
        self._place_rows()

    def drawing(self, routes: Sequence[Route]) -> Drawing:
        """All of it."""
        boxes = {box.number: self._frame(box) for box in self._scene.boxes}
        lines = {route.line: self._points(self._scene.lines[route.line], route, boxes) for route in routes}
        return Drawing(self._scene, self._width, self._height, self._bands, boxes, _without_repeats(lines))

    def _place_rows(self) -> None:
        """From top to bottom: the channel above each row, the row; a band begins where its first channel does."""
        at = 0.0
        right = self._shafts[self._grid.columns] + 10 if self._grid.outside else self._width
        for band in BANDS:
            rows = self._grid.rows[band]
            if band == OUTSIDE_BAND:
                continue
            top = at
            if not rows:
                at += _EMPTY
            for row in rows:
                self._channels.append(at + _GAP * 0.6)
                at += _GAP + _PITCH * self._tracks.across_count.get(row, 0)
                self._tops.append(at)
                at += BOX_HEIGHT
            at += 10 if rows else 0
            self._bands[band] = Frame(0, top, right, at - top)
        if not self._tops:
            self._channels, self._tops = [at + _GAP * 0.6], [at + _GAP]
            at += _GAP + BOX_HEIGHT + 10
        self._channels.append(at + 6)
        self._height = at + 12 + _PITCH * self._tracks.across_count.get(self._grid.height, 0)
        if self._grid.outside:
            self._bands[OUTSIDE_BAND] = Frame(right + 6, 0, self._width - right - 6, self._height)

    def _frame(self, box: Box) -> Frame:
        row, column = self._grid.cells[box.number]
        return Frame(self._lefts[column], self._tops[row], BOX_WIDTH, BOX_HEIGHT)

    def _port(self, port: Port, boxes: Mapping[int, Frame]) -> Point:
        """Ports below are between those above, so that no two lines of a column lie on each other."""
        frame = boxes[port.box]
        left = frame.left + _SLOT * (2 * port.slot + (1.5 if port.below else 0.5))
        return left, frame.top + (frame.height if port.below else 0)

    def _points(self, line: Line, route: Route, boxes: Mapping[int, Frame]) -> tuple[Point, ...]:
        if route.begin is None or route.end is None:
            return self._straight(line, boxes)
        trunk = trunk_of(line)
        begin, end = self._port(route.begin, boxes), self._port(route.end, boxes)
        leave = self._channels[route.leave] + _PITCH * self._tracks.across[route.leave, trunk]
        if route.leave == route.arrive:
            return begin, (begin[0], leave), (end[0], leave), end
        arrive = self._channels[route.arrive] + _PITCH * self._tracks.across[route.arrive, trunk]
        shaft = self._shafts[route.shaft] + _SHAFT / 2 + _PITCH * self._tracks.down[route.shaft, trunk]
        return begin, (begin[0], leave), (shaft, leave), (shaft, arrive), (end[0], arrive), end

    def _straight(self, line: Line, boxes: Mapping[int, Frame]) -> tuple[Point, ...]:
        """Between neighbours; each family and direction at a height of its own."""
        source, target = boxes[line.source], boxes[line.target]
        families = sorted({(one.source, one.family.value, one.number) for one in self._between(line)})
        at = families.index((line.source, line.family.value, line.number)) + 1
        height = source.top + source.height * at / (len(families) + 1)
        if source.left < target.left:
            return (source.left + source.width, height), (target.left, height)
        return (source.left, height), (target.left + target.width, height)

    def _between(self, line: Line) -> list[Line]:
        ends = {line.source, line.target}
        return self._pairs().get(frozenset(ends), [])

    def _pairs(self) -> Mapping[frozenset[int], list[Line]]:
        if not hasattr(self, "_paired"):
            self._paired: dict[frozenset[int], list[Line]] = {}
            for one in self._scene.lines:
                self._paired.setdefault(frozenset((one.source, one.target)), []).append(one)
        return self._paired


def _without_repeats(lines: Mapping[int, tuple[Point, ...]]) -> dict[int, tuple[Point, ...]]:
    return {
        number: tuple(point for at, point in enumerate(points) if at == 0 or point != points[at - 1])
        for number, points in lines.items()
    }
