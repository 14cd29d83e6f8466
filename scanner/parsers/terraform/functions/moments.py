"""Moments in time as Terraform reads and writes them: any year, nanoseconds, an offset from UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scanner import lazy_re
from scanner.parsers.terraform.values.conversions import ConversionError

_STRICT = lazy_re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d):(\d\d))", re.ASCII
)
_LENIENT = lazy_re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:(Z)|([+-])(\d\d):(\d\d))", re.ASCII
)
_SECOND = 10**9
_DAY = 24 * 60 * 60
_EPOCH = 719_468
"""Days from 0000-03-01 to 1970-01-01; a year that begins in March has its leap day at the end."""
_ERA = 146_097
"""Days in 400 years."""
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment.

    Args:
        instant: Nanoseconds since 1970 in UTC.
        offset: Seconds by which the local time is ahead of UTC.
    """

    instant: int
    offset: int

    @classmethod
    def read(cls, written: str, *, strict: bool = True) -> Moment:
        """Read a timestamp.

        Args:
            written: In the form of RFC 3339.
            strict: As ``timeadd`` and ``formatdate`` read it; ``timecmp`` also takes an hour of one digit, a comma, and
                an offset of up to 24 hours.

        Raises:
            ConversionError: It is none.
        """
        found = (_STRICT if strict else _LENIENT).fullmatch(written)
        if found is None:
            raise ConversionError("not a valid RFC3339 timestamp")
        year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
        hours, minutes = int(found[10] or 0), int(found[11] or 0)
        if not 1 <= month <= 12 or not 1 <= day <= _days_of(year, month) or hour > 23 or max(minute, second) > 59:
            raise ConversionError("not a valid RFC3339 timestamp")
        if hours > (23 if strict else 24) or minutes > (59 if strict else 60):
            raise ConversionError("not a valid RFC3339 timestamp")
        offset = (hours * 60 + minutes) * (-60 if found[9] == "-" else 60)
        seconds = _days_from_date(year, month, day) * _DAY + (hour * 60 + minute) * 60 + second - offset
        return cls(seconds * _SECOND + int((found[7] or "")[:9].ljust(9, "0")), offset)

    def later(self, nanoseconds: int) -> Moment:
        """The moment after a duration, with the same offset."""
        return replace(self, instant=self.instant + nanoseconds)

    @property
    def year(self) -> int:
        """Year of the local date."""
        return self._date()[0]

    @property
    def month(self) -> int:
        """Month, from 1."""
        return self._date()[1]

    @property
    def day(self) -> int:
        """Day of the month, from 1."""
        return self._date()[2]

    @property
    def weekday(self) -> int:
        """Day of the week, from Sunday as 0."""
        return (self._local() // _DAY + 4) % 7

    @property
    def hour(self) -> int:
        """Hour, to 23."""
        return self._local() % _DAY // 3600

    @property
    def minute(self) -> int:
        """Minute of the hour."""
        return self._local() % 3600 // 60

    @property
    def second(self) -> int:
        """Second of the minute."""
        return self._local() % 60

    @property
    def zone(self) -> str:
        """The offset as RFC 3339 writes it: ``Z`` or ``+01:00``."""
        return self.offset_text(":") if self.offset else "Z"

    def offset_text(self, between: str) -> str:
        """The offset in digits, with something between hours and minutes."""
        minutes = abs(self.offset) // 60
        return f"{'-' if self.offset < 0 else '+'}{minutes // 60:02d}{between}{minutes % 60:02d}"

    def written(self) -> str:
        """The moment in the form of RFC 3339, without parts of a second."""
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        date = f"{year}-{self.month:02d}-{self.day:02d}"
        return f"{date}T{self.hour:02d}:{self.minute:02d}:{self.second:02d}{self.zone}"

    def _local(self) -> int:
        return self.instant // _SECOND + self.offset

    def _date(self) -> tuple[int, int, int]:
        era, day_of_era = divmod(self._local() // _DAY + _EPOCH, _ERA)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // (_ERA - 1)) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted = (5 * day_of_year + 2) // 153
        month = shifted + 3 if shifted < 10 else shifted - 9
        day = day_of_year - (153 * shifted + 2) // 5 + 1
        return year_of_era + era * 400 + (month <= 2), month, day


def _days_from_date(year: int, month: int, day: int) -> int:
    """Days since 1970 in the calendar that is used today, also for years before it was made."""
    if month <= 2:
        year -= 1
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * _ERA + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _EPOCH


def _days_of(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _MONTH_DAYS[month - 1]
