"""Which document may do for a file what a rule did not find in it."""

from __future__ import annotations

import time

from scanner.domain.rule import SemgrepCheck
from scanner.engines.semgrep.outside import Outside
from tests.unit.engines.semgrep.bench import project_rules


class _Known(Outside):
    """Documents that are known already."""

    def __init__(self, documents: list[str]) -> None:
        self._documents = documents
        self._found = {}

    def _named(self, check: SemgrepCheck) -> list[str]:
        del check
        return self._documents


def test_the_first_document_beside_or_above_a_file_speaks_of_it() -> None:
    bound = next(one for one in project_rules() if isinstance(one.rule.check, SemgrepCheck) and one.rule.check.outside)
    outside = _Known(["a/b/k8s/mesh.yaml", "a/deploy/mesh.yaml", "a/b/other.yaml"])
    assert outside.document(bound, "a/b/x.py") == "a/b/k8s/mesh.yaml"
    assert outside.document(bound, "a/x.py") == "a/deploy/mesh.yaml"
    assert outside.document(bound, "ab/x.py") == ""
    assert _Known(["mesh.yaml"]).document(bound, "x.py") == "mesh.yaml"
    many = _Known([f"s{number}/k8s/mesh.yaml" for number in range(5_000)])
    begin = time.perf_counter()
    assert not any(many.document(bound, f"t{number}/x.py") for number in range(2_000))
    assert time.perf_counter() - begin < 1
