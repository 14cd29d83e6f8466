"""Finds where a README says of its own repository that it is no longer in use.

Only what plainly says it of the whole counts: not what is said of an option, a version or a file, not what will be, and
not what somebody does to documents or patients that are called archived.
"""

from __future__ import annotations

from typing import NamedTuple

from scanner import lazy_re
from scanner.sources.readme_blocks import Block, blocks_of

_README = lazy_re.compile(r"(?i)readme(?:\.(?:md|markdown|rst|adoc|asciidoc|txt))?")

_PAST = (
    r"(?:deprecated|archived|retired|de-?commissioned|discontinued|sunset(?:ted)?|obsolete|abandoned|defunct|mothballed"
    r"|unmaintained|superseded|end[- ]of[- ]life)"
)
_NO_LONGER = (
    r"(?:no longer (?:(?:being|actively|officially|currently) ){0,2}(?:in (?:active )?(?:use|service|operation)|used"
    r"|maintained|supported|active|live|operational|running|required|needed|available|relevant|updated"
    r"|(?:under )?(?:active )?(?:developed|development) (?:or|and|nor) (?:supported|support|maintained|maintenance))"
    r"|not (?:being )?(?:actively )?(?:used|maintained|supported|in use) any ?(?:more|longer)|not in use"
    r"|out of (?:use|service))"
)
_EVENT = r"(?:replaced|shut down|closed down|switched off|turned off|wound down|taken offline|withdrawn)"
_HOW = (
    r"(?:(?:now|officially|currently|permanently|fully|effectively|also|therefore|hereby|formally|completely|considered"
    r"|marked as|to be considered|already|since|recently) ){0,3}"
)
_BE = rf"(?:is|was|has {_HOW}been|should (?:now )?be (?:considered|regarded as|treated as)) {_HOW}"
_BEEN = rf"(?:was|has {_HOW}been) {_HOW}"
_SAYS = lazy_re.compile(
    rf"(?i),? (?:{_BE}(?P<state>{_PAST}|{_NO_LONGER})|{_BEEN}(?P<event>{_EVENT})"
    r"|has (?:now )?reached (?:its |the )?(?P<end>end[- ]of[- ]life|end of its life))\b"
)
_DATE = (
    r"(?:(?:early|late|mid|the|end of|spring|summer|autumn|winter|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*"
    r"|sep\w*|oct\w*|nov\w*|dec\w*|\d{1,2}(?:st|nd|rd|th)?)[ ,]{1,2}){0,4}(?:20\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
)
_GOES_ON = lazy_re.compile(
    r"(?i)\s*(?:$|[.,;:!)\](-])"
    r"|\s+(?:and|or|nor|as|because|since|so|due|please|in favou?r|following|see|it"
    r"|with (?:immediate )?effect|any ?more|any longer|now|here|after|pending|effective"
    r"|for (?:reference|historical|archival|posterity|good)|in (?:production|live))\b"
    rf"|\s+(?:from|on|in|since|as of) {_DATE}"
)
"""What may follow: an end, a reason, a day. What narrows it (on Windows, for new users, by one team) may not."""
_BY = lazy_re.compile(r"(?i)\s+(?:by|with)\b")
_FOLLOWED = frozenset({"superseded", "replaced"})
"""What something else can have done to the whole."""

_LEAD = lazy_re.compile(
    r"(?i)(?:(?:please |kindly )?(?:note|be aware|be advised)(?: that)?[,:]? "
    r"|(?:(?:important|deprecation|archive|archival|service|project) )?(?:notice|note|warning|important|attention"
    rf"|caution|announcement|update|deprecated|deprecation|archived|disclaimer|status|nb)"
    rf"(?:\s*[:!.,-]+|[^\w\s\"'(]+| )\s*"
    rf"|as of [^,.;]{{1,40}}, |(?:as of|since|from|on|in) {_DATE},? (?:onwards,? )?|unfortunately,? |sadly,? )*"
)
_REPOSITORY = lazy_re.compile(
    r"(?i)(?:this|the) (?:(?:whole|entire|github|gitlab|git|source|public) ){0,2}(?:repository|repo|codebase|code base)"
)
_WHOLE = (
    r"(?:project|service|application|app|product|system|web ?site|site|module|package|library|tool|plugin|component|api"
    r"|adaptor|adapter|provider|chart|action|software|code|prototype|pilot|extension|platform|portal|suite|sdk|client"
    r"|framework|template|fork|implementation)"
)
_PROJECT = lazy_re.compile(rf"(?i)(?:this (?:[a-z-]+ )?{_WHOLE}|the project)")
"""What is called so at the top; further down it may be a part."""
_IS_A = lazy_re.compile(rf"(?i)(?:this|it) is (?:now )?an? {_PAST} (?:github )?(?:repository|repo|{_WHOLE})\b")
_STATUS = lazy_re.compile(
    r"(?i)(?:(?:project|repo|repository|service|maintenance|development) )?(?:status|lifecycle)"
    rf"\s*[:=-]\s*(?P<state>{_PAST}|{_NO_LONGER})\b"
)
_BARE = lazy_re.compile(
    rf"(?i)[\[(]?(?P<state>{_PAST}|{_NO_LONGER})(?: (?:repository|repo|project|service))?(?:[\])]|[!.:]|\s+-|\W*$"
    r"|\s+in favou?r of\b|\s+(?:as of|since)\b|\s+by (?:https?:|the\b)"
    rf"|\s+and {_NO_LONGER}\b)"
)
_LOUD = lazy_re.compile(r"\W*(?P<state>DEPRECATED)\b")
_AT_THE_END = lazy_re.compile(
    rf"(?i).*(?:[\[(]\s*(?:now )?(?P<state>{_PAST}|{_NO_LONGER})[^\])]{{0,40}}[\])]"
    rf"|\s[-|:]\s*(?P<last>{_PAST}|{_NO_LONGER}))\W*$"
)
_ONE_WORD = lazy_re.compile(rf"(?i)\W*(?:{_PAST})\W*$")
_PREDICATE = lazy_re.compile(rf"(?i){_PAST}")
_NOTICE = lazy_re.compile(
    r"(?i)(?:\W*\b(?:about|overview|description|introduction|background|summary|status|notice|important|deprecat\w*"
    r"|archiv\w*|warning|note|maintenance|retire\w*|decommission\w*|disclaimer|end|life|sunset|purpose|project|service"
    r"|repository|repo|current|the|this|of|and|is)\b)+\W*"
)
"""Headings below which the whole is spoken of."""
_END_OF_LIFE = lazy_re.compile(r"end[- ]of[- ]life")
_LONGEST_TITLE = 60


class Said(NamedTuple):
    """A statement of a README on its repository."""

    line: int
    """Counted from 1."""
    says: str
    """What the repository is, in words of a small vocabulary: ``no longer in use``, ``deprecated``."""


def is_readme(name: str) -> bool:
    """Whether a file of this name, in the root, is the one that introduces a repository."""
    return _README.fullmatch(name) is not None


def retirement_in(text: str) -> Said | None:
    """Where a README says of the whole repository that it is no longer in use, if it does.

    Args:
        text: Of the file, Markdown, reStructuredText, AsciiDoc or plain. Only its beginning is read.

    Returns:
        The first such statement.
    """
    title, top = "", True
    for number, block in enumerate(blocks_of(text)):
        is_title = block.level > 0 and not title and (block.level == 1 or number == 0)
        found = _said_in(block, title, is_title=is_title, top=top)
        if found:
            return found
        if is_title:
            title = block.text
        elif block.level:
            top = _NOTICE.fullmatch(block.text) is not None
    return None


def _said_in(block: Block, title: str, *, is_title: bool, top: bool) -> Said | None:
    top = top and not block.listed
    for start, sentence in block.sentences():
        says = None
        if is_title:
            says = _of_title(sentence)
        elif top and block.begins_line(start):
            says = _alone(sentence) if block.level else _bare(sentence)
        says = says or _said_of(sentence, title, whole=top)
        if says:
            return Said(block.line_at(start), says)
    return None


def _said_of(sentence: str, title: str, *, whole: bool) -> str | None:
    """What a sentence says of the repository.

    Args:
        sentence: Without markup.
        title: Of the README; a sentence may speak of it by name.
        whole: Whether it stands where *this project* means the whole.
    """
    leading = _LEAD.match(sentence)
    place = leading.end() if leading else 0
    subject = _REPOSITORY.match(sentence, place)
    if whole:
        status = _STATUS.match(sentence)
        if status and _GOES_ON.match(sentence, status.end()):
            return _words(status["state"])
        named = _IS_A.match(sentence, place)
        if named and (what := _PREDICATE.search(named[0])):
            return _words(what[0])
        subject = subject or _PROJECT.match(sentence, place)
    if subject:
        return _what(sentence, subject.end())
    known = 2 < len(title) <= _LONGEST_TITLE and sentence[place : place + len(title)].casefold() == title.casefold()
    return _what(sentence, place + len(title)) if whole and known else None


def _what(text: str, place: int) -> str | None:
    """What is said of a subject that ends here."""
    found = _SAYS.match(text, place)
    if found is None:
        return None
    if found["end"]:
        return "at the end of its life"
    says = _words(found["state"] or found["event"])
    goes_on = _GOES_ON.match(text, found.end()) or (says in _FOLLOWED and _BY.match(text, found.end()))
    return says if goes_on else None


def _of_title(text: str) -> str | None:
    """What a mark in the title says: ``Letters (archived)``, ``[DEPRECATED] Letters``."""
    if ended := _AT_THE_END.match(text):
        return _words(ended["state"] or ended["last"])
    loud = _LOUD.match(text)
    return _words(loud["state"]) if loud else _bare(text)


def _bare(text: str) -> str | None:
    """What stands there without a subject: ``Deprecated in favour of …``."""
    found = _BARE.match(text)
    return _words(found["state"]) if found else None


def _alone(text: str) -> str | None:
    """What a further heading says: one word only in capitals, since what is listed below may be called so."""
    said = _bare(text)
    return said if said and (text.isupper() or not _ONE_WORD.match(text)) else None


def _words(text: str) -> str:
    """Words of a statement, however they are written."""
    words = " ".join(text.lower().split()).replace("de-commissioned", "decommissioned")
    return "at the end of its life" if _END_OF_LIFE.fullmatch(words) else words
