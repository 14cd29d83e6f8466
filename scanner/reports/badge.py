"""A badge: the gate, how much could be assessed, and the score, in a picture of one line."""

from __future__ import annotations

from scanner.domain.assessment import Assessment
from scanner.evaluation.wording import decision, share
from scanner.interfaces import ReportContext

GREEN_FROM = 0.5
"""Coverage from which a gate that was passed is shown in green: half of what the policy asks was judged."""

GREEN, AMBER, RED, GREY = "#00703c", "#7d5a00", "#b3261e", "#4c5560"
"""White text on each has a contrast of more than 4.5 to 1."""

_LABEL = "NHS principles"
_DARK = "#32383e"
_HEIGHT = 20
_SIDE = 6
_NARROW, _WIDE, _USUAL = frozenset("il,.:;|! "), frozenset("mwMWPNHS%"), 6.6


class BadgeReport:
    """An SVG that says the same in words, in colour, and to a screen reader; no text of a repository is in it."""

    name = "badge"

    def __init__(self, context: ReportContext) -> None:
        del context  # three numbers alone

    def render(self, assessment: Assessment) -> str:
        """The picture, with a line end at the end."""
        told = words(assessment)
        left, right = _width(_LABEL), _width(told)
        whole = left + right
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{_HEIGHT}" '
            f'viewBox="0 0 {whole} {_HEIGHT}" role="img" aria-label="{_LABEL}: {told}">\n'
            f"  <title>{_LABEL}: {told}</title>\n"
            f'  <rect width="{left}" height="{_HEIGHT}" fill="{_DARK}"/>\n'
            f'  <rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{colour(assessment)}"/>\n'
            '  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" aria-hidden="true">\n'
            f'    <text x="{_SIDE}" y="14" textLength="{left - 2 * _SIDE}">{_LABEL}</text>\n'
            f'    <text x="{left + _SIDE}" y="14" textLength="{right - 2 * _SIDE}">{told}</text>\n'
            "  </g>\n"
            "</svg>\n"
        )


def words(assessment: Assessment) -> str:
    """``passed, 28% assessed, score 61.4``."""
    score = assessment.score
    number = "no score" if score.value is None else f"score {score.value:.1f}"
    return f"{decision(assessment)}, {share(score.coverage)} assessed, {number}"


def colour(assessment: Assessment) -> str:
    """Green only where the gate was passed on enough; a green light that nobody earned would be worse than none."""
    if not assessment.gate.passed:
        return RED
    if assessment.score.value is None:
        return GREY
    return GREEN if assessment.complete and assessment.score.coverage >= GREEN_FROM else AMBER


def _width(text: str) -> int:
    """About as wide as Verdana writes it; ``textLength`` makes up for other fonts."""
    wide = sum(3.9 if sign in _NARROW else 8.6 if sign in _WIDE else _USUAL for sign in text)
    return round(wide) + 2 * _SIDE
