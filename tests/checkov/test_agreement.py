"""The worker says of the fixtures what checkov's own command line says, wherever both know the values."""

from collections import Counter

import pytest

from benchmarks.agreement import Cause, Comparison, compare
from tests.checkov.command_line import FIXTURES, FRAMEWORKS, mapped_ids


@pytest.fixture(scope="module")
def made() -> Comparison:
    return compare(FIXTURES, sorted({one for framework in FRAMEWORKS for one in mapped_ids()[framework]}))


@pytest.mark.engines
def test_both_say_the_same_where_both_know(made: Comparison) -> None:
    assert made.examples[Cause.OTHER] == []
    assert made.counts[Cause.EQUAL] > 2000


@pytest.mark.engines
def test_most_of_what_both_decide_is_equal(made: Comparison) -> None:
    """So that the causes by which pairs are set aside cannot swallow a fault of many."""
    assert made.both_decide_alike / made.both_decide > 0.97


@pytest.mark.engines
def test_no_check_breaks_over_known_values(made: Comparison) -> None:
    assert made.faults == []


@pytest.mark.engines
def test_each_mapped_check_is_answered_by_the_worker(made: Comparison) -> None:
    answered = {identifier for cause in (Cause.EQUAL, Cause.UNKNOWN_THERE) for identifier in made.by_id[cause]}
    assert {one for framework in FRAMEWORKS for one in mapped_ids()[framework]} - answered == set()


@pytest.mark.engines
def test_what_only_one_of_them_judges(made: Comparison) -> None:
    # checkov puts all folders into one graph: beside a plan of backups in another root it misses one here.
    assert made.by_id[Cause.ONLY_CHECKOV] == Counter({"CKV2_AWS_18": 3})
    assert all(".tf.json:" in text for text in made.examples[Cause.ONLY_WORKER])
    assert all("aws_db_instance.none " in text for text in made.examples[Cause.NO_INSTANCE])
