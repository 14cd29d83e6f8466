"""Tells literature from records: an article of a journal that is kept beside the code says nothing of the product."""

from __future__ import annotations

from scanner import lazy_re

_IDENTIFIED = lazy_re.compile(
    r"(?i)(?:^|[-_ .,(])(?:et[-_ .]{1,2}al|doi|pmid[-_ ]?\d+|pmc\d{5,})(?:[-_ .,)]|$)"
    r"|(?:^|[-_ ])10\.\d{4,9}[-_ .]"  # how an identifier of a publication (DOI) begins
)
"""What only a publication has: its identifier, or several authors."""
_ARTICLE = lazy_re.compile(
    r"(?i)(?:^|[-_ .,(])(?:(?:scientific|consensus|position)[-_ ]statement|systematic[-_ ]review"
    r"|meta[-_ ]?analys[ie]s|randomi[sz]ed|cohort[-_ ]study|journal[-_ ]of)(?:[-_ .,)]|$)"
)
_SHELVES = lazy_re.compile(r"(?i)(?:^|/)(?:papers|literature|journals?|articles|bibliography|references|guidelines)/")
_RECORD = lazy_re.compile(
    r"(?i)hazard|safety[-_ ]?(?:case|plan|report|management)|cscr|dcb[-_ ]?01|dtac|risk[-_ ]?management"
    r"|intended[-_ ]?(?:use|purpose)|medical[-_ ]?device|ukca|samd|incident|architecture|assessment|certificat"
)
_PUBLISHED = lazy_re.compile(rb"<prism:(?:doi|issn|publicationName)\b|\bcrossmark:DOI\b|/WPS-ARTICLEDOI\b")
"""What publishers write into the description of a file, which is not compressed."""


def named_as_literature(path: str) -> bool:
    """Whether a file that is not read is called as articles are, or lies among them, and not called as records are."""
    name = path.rpartition("/")[2]
    stem = name.rpartition(".")[0]
    if _IDENTIFIED.search(stem):
        return True
    return not _RECORD.search(name) and bool(_ARTICLE.search(stem) or _SHELVES.search(path))


def published(data: bytes) -> bool:
    """Whether a file says of itself that a journal published it."""
    return _PUBLISHED.search(data) is not None
