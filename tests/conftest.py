"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from scanner.cli.course import CACHE
from scanner.parsers.kubernetes.programs import HELM, KUBECTL

settings.register_profile("archscan", deadline=None)  # a slow machine is no fault; timings live in benchmarks/
settings.load_profile("archscan")


@pytest.fixture(scope="session", autouse=True)
def _results_of_this_run_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Commands that tests run recall nothing that an earlier run of the tests has kept."""
    before = os.environ.get(CACHE)
    folder = tmp_path_factory.mktemp("results")
    os.environ[CACHE] = str(folder)
    yield folder
    if before is None:
        del os.environ[CACHE]
    else:
        os.environ[CACHE] = before


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_rendered_by_what_happens_to_be_installed() -> Iterator[None]:
    """Tests that render charts or overlays name the program."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(HELM, "")
        patched.setenv(KUBECTL, "")
        yield
