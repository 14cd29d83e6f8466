from __future__ import annotations

from benchmarks.measuring import Run
from benchmarks.results import Comparison, Series


def run(wall: float, code: int = 0, complaint: str = "") -> Run:
    return Run(wall=wall, cpu=wall * 2, memory=100, code=code, output="", complaint=complaint, together=wall * 10)


def series(name: str, *walls: float, code: int = 0) -> Series:
    runs = [run(wall, code, "it | broke") for wall in walls]
    return Series(name, runs=runs, found=1234, watched=[run(walls[0] * 20)])


def rows(*peers: Series) -> dict[str, list[str]]:
    own = [series("archscan, cold", 1, 2, 3), series("archscan, warm", 0.5, 0.5, 0.5), Series("archscan, changed")]
    table = Comparison("made-up", {"files": 12345, "links": 1}, "`main.tf`", peers, own).table()
    assert "12,345 files. Changed file: `main.tf`." in table
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("| ")]
    assert {len(row) for row in cells} == {8}
    return {row[0]: row[1:] for row in cells}


def test_ratios_are_those_of_medians_to_both_peers_and_to_semgrep() -> None:
    found = rows(series("checkov 3", 20, 30, 100), series("semgrep 1", 10, 10, 10))
    assert found["checkov then semgrep"][1:3] == ["40.00 (30.00 to 110.00)", "80.00 (60.00 to 220.00)"]
    assert found["archscan, cold"] == [
        "1,234", "2.00 (1.00 to 3.00)", "4.00 (2.00 to 6.00)", "200", "20.0", "5.0", "20.0",
    ]  # fmt: skip
    assert found["archscan, warm"][-3:] == ["80.0", "20.0", "80.0"]
    assert found["checkov 3"][3] == "4000", "memory of all processes together, in the run in which it is looked at"
    assert found["checkov then semgrep"][3] == "4000"


def test_a_peer_that_broke_gives_no_ratio_and_is_told() -> None:
    found = rows(series("checkov 3", 20, 30, code=-9), series("semgrep 1", 10))
    assert found["checkov 3"][0] == "ended with code -9 after 20 s: it / broke"
    assert "checkov then semgrep" not in found
    assert found["archscan, cold"][-3:] == ["-", "5.0", "-"]
    assert found["archscan, changed"][0] == "was not run"


def test_one_peer_alone_is_not_both() -> None:
    assert rows(series("semgrep 1", 10))["archscan, warm"][-3:] == ["-", "20.0", "-"]
