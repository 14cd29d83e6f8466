"""A scan with the usual settings, for commands that need its result and show something else than a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scanner.cli.allowances import Allowed
    from scanner.domain.assessment import Assessment
    from scanner.pipeline import Yardstick


class Scanned(NamedTuple):
    """A result, and what the system was measured with."""

    assessment: Assessment
    yardstick: Yardstick


def scan_folders(
    paths: Sequence[str], policy: str, *, offline: bool, as_of: str | None = None, allowed: Allowed | None = None
) -> Scanned:
    """Scan as ``archscan scan`` does; what was seen before is recalled.

    Args:
        paths: Folders of the product.
        policy: Name or file.
        offline: Nothing may reach out.
        as_of: Day of the scan; today if not given.
        allowed: Approvals, baseline and the like.

    Raises:
        UsageError: What was asked for cannot be done.
    """
    from scanner.cli.allowances import Allowed, allowances_of, with_gate  # noqa: PLC0415
    from scanner.cli.course import course_of, end, rules_cache  # noqa: PLC0415
    from scanner.cli.progress import Progress  # noqa: PLC0415
    from scanner.cli.readers import reader_of  # noqa: PLC0415
    from scanner.cli.scan import day_of, load_yardstick  # noqa: PLC0415
    from scanner.pipeline import assess  # noqa: PLC0415

    chosen = allowed or Allowed()
    course, valid = course_of(offline=offline), rules_cache()
    with Progress() as tell:
        reader = reader_of(paths)
        yardstick = with_gate(load_yardstick(policy, None, day_of(as_of), valid), chosen)
        allowances = allowances_of(chosen, paths, yardstick, tell, course)
        assessment = assess(reader, yardstick, tell, course, allowances=allowances)
    end(course.cache, valid)
    return Scanned(assessment, yardstick)
