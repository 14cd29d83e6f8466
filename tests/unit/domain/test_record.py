from __future__ import annotations

import pytest
from pydantic import ValidationError

from scanner.domain.record import Record, promise


def test_many_readings_promise_more_than_few_and_none_less_than_good_ones() -> None:
    records = [Record(read=30, upheld=29), Record(read=4, upheld=4), None, Record(read=4, upheld=1)]
    promised = [promise(one) for one in records]
    assert promised == sorted(promised, reverse=True)
    assert len(set(promised)) == 4
    assert promise(None) == pytest.approx(0.6)


def test_a_record_of_nothing_is_none() -> None:
    with pytest.raises(ValidationError):
        Record(read=0, upheld=0)
