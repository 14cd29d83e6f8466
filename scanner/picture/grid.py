"""Gives every box a cell: bands are rows of cells, what is outside has columns of its own at the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from scanner.picture.families import OFF_AT_FIRST
from scanner.picture.scene import BANDS, OUTSIDE_BAND, Box, Scene

Cell = tuple[int, int]
"""Row and column, counted from 0."""

_COLUMNS = range(4, 9)
_BROAD = 1.5
"""Width to height of the picture that is aimed at."""
_ROW_TO_COLUMN = 0.62
_SWEEPS = 6
_TRIALS = 400_000
"""Cells that are compared at most, so that no model takes long."""
_KIN = 0.35
"""What nearness within a group is worth, beside that of a relation."""


@dataclass(frozen=True)
class Grid:
    """Cells of all boxes."""

    cells: Mapping[int, Cell]
    rows: Mapping[str, range]
    """Rows of each band; an empty one has none."""
    columns: int
    """Of the layers."""
    outside: int
    """Columns at the right for what is not the supplier's."""

    @property
    def height(self) -> int:
        """Rows in all."""
        return max((one.stop for one in self.rows.values()), default=1)


def arrange(scene: Scene) -> Grid:
    """Place boxes so that related ones are near, which keeps lines short and their crossings few.

    Args:
        scene: Boxes and lines.
    """
    bands: dict[str, list[Box]] = {band: [] for band in BANDS}
    for box in scene.boxes:
        bands[box.band].append(box)
    beside = bands.pop(OUTSIDE_BAND)
    columns = _columns([len(own) for own in bands.values()])
    rows: dict[str, range] = {}
    begin = 0
    for band, own in bands.items():
        rows[band] = range(begin, begin + ceil(len(own) / columns))
        begin = rows[band].stop
    height = max(begin, 1)
    outside = ceil(len(beside) / height)
    cells = _first(bands, rows, columns) | {
        box.number: (at % height, columns + at // height) for at, box in enumerate(beside)
    }
    areas = [[(row, column) for row in own for column in range(columns)] for own in rows.values()]
    areas.append([(row, columns + column) for row in range(height) for column in range(outside)])
    improved = _Improvement(scene, cells).run(areas)
    rows[OUTSIDE_BAND] = range(height if outside else 0)
    return Grid(improved, rows, columns, outside)


def _columns(sizes: Sequence[int]) -> int:
    """As many as give the picture the breadth of a screen, and no more than there are boxes for."""
    most = max(max(sizes, default=0), 4)

    def fault(columns: int) -> float:
        height = sum(max(1, ceil(size / columns)) for size in sizes) * _ROW_TO_COLUMN
        return abs((columns + 1) / max(height, 1) - _BROAD)

    return min((columns for columns in _COLUMNS if columns <= most), key=fault, default=4)


def _first(bands: Mapping[str, Sequence[Box]], rows: Mapping[str, range], columns: int) -> dict[int, Cell]:
    cells: dict[int, Cell] = {}
    for band, own in bands.items():
        for at, box in enumerate(own):
            row, column = divmod(at, columns)
            short = columns - min(columns, len(own) - row * columns)
            cells[box.number] = (rows[band][row], column + short // 2)
    return cells


class _Improvement:
    """Moves and swaps boxes within their area as long as related boxes come nearer."""

    def __init__(self, scene: Scene, cells: Mapping[int, Cell]) -> None:
        self._cells = dict(cells)
        self._near: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        for line in scene.lines:
            weight = 0.3 if line.family in OFF_AT_FIRST and not line.marks.level else 1.0
            self._near[line.source][line.target] += weight
            self._near[line.target][line.source] += weight
        self._add_kin(scene.boxes)
        self._trials = _TRIALS

    def run(self, areas: Sequence[Sequence[Cell]]) -> dict[int, Cell]:
        """Improve each area in turn, again and again."""
        for _ in range(_SWEEPS):
            better = [self._improve(area) for area in areas]
            if not any(better):
                break
        return self._cells

    def _add_kin(self, boxes: Sequence[Box]) -> None:
        last: dict[tuple[str, str], int] = {}
        for box in boxes:
            if box.group:
                before = last.get((box.band, box.group))
                if before is not None:
                    self._near[before][box.number] += _KIN
                    self._near[box.number][before] += _KIN
                last[box.band, box.group] = box.number

    def _improve(self, area: Sequence[Cell]) -> bool:
        held = {cell: number for number, cell in self._cells.items()}
        better = False
        for at, one in enumerate(area):
            for other in area[at + 1 :]:
                a, b = held.get(one), held.get(other)
                if a is None and b is None:
                    continue
                self._trials -= 1
                if self._trials < 0:
                    return False
                if self._gain(a, one, b, other) > 1e-9:
                    self._put(held, one, b)
                    self._put(held, other, a)
                    better = True
        return better

    def _put(self, held: dict[Cell, int], cell: Cell, number: int | None) -> None:
        if number is None:
            del held[cell]
        else:
            held[cell] = number
            self._cells[number] = cell

    def _gain(self, a: int | None, one: Cell, b: int | None, other: Cell) -> float:
        gain = 0.0
        for number, here, there, partner in ((a, one, other, b), (b, other, one, a)):
            if number is not None:
                for near, weight in self._near[number].items():
                    if near != partner:
                        end = self._cells[near]
                        gain += weight * (_length(here, end) - _length(there, end))
        return gain


def _length(a: Cell, b: Cell) -> float:
    rows, columns = abs(a[0] - b[0]), abs(a[1] - b[1])
    # A line past a row of boxes has to go round them; one beside in the row goes straight.
    return columns + 1.2 * rows + (0.8 if rows > 1 else 0.0) + (0.4 if rows == 0 and columns > 1 else 0.0)
