"""Chooses the files that semgrep is given: those in which some rule can match, and of which nothing is known yet."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scanner.cache import Cache, NoCache, cache_key
from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import Problem
from scanner.engines.semgrep.answers import Answer, Match
from scanner.engines.semgrep.bundle import Bundle, Entry
from scanner.engines.semgrep.comments import Comments, Place
from scanner.engines.semgrep.known_needs import needs_of_bundle
from scanner.engines.semgrep.reaching import Reachable
from scanner.engines.semgrep.texts import MAX_LINE, joined, parted, plain, without_long_lines
from scanner.engines.staging import unseen
from scanner.errors import ReadError
from scanner.evaluation.redaction import redact
from scanner.interfaces import Contents
from scanner.packaging import build_id

MAX_FILE = 2_000_000
"""Bytes of a source file; larger ones are data or made by a machine, and are named."""
_CODE_WIDTH = 160
_CODE_BEFORE = 40
_FORM = "3"
"""Of what is kept; another one makes all entries anew."""
_DIGEST = hashlib.sha256().digest_size


class Code(NamedTuple):
    """What is written where a match begins."""

    shown: str
    """Without secrets."""
    digest: str
    """Of all that matched, with its secrets: tells copies, and is never shown."""
    line: str
    """The whole line, with its secrets: to ask what it loads, and never shown."""


@dataclass
class Selection:
    """What was chosen, and what is known already."""

    answers: dict[str, Answer] = field(default_factory=dict)
    """By path: what was kept of an earlier scan."""
    codes: dict[str, dict[int, Code]] = field(default_factory=dict)
    """By path, the lines that matches of an earlier scan begin in."""
    problems: list[Problem] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """By path, the key of each candidate's entry in the cache."""
    parted: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """By path, the lines that begin behind a carriage return alone, where there are such."""
    expected: set[str] = field(default_factory=set)
    """Files that semgrep has no reason to leave out for one of the entries, at least, that can match in them."""
    entries: set[Entry] = field(default_factory=set)
    """Those that can match in one of the files that semgrep must look at: the others need not be put to it."""


class _Candidate(NamedTuple):
    """A file in which some entry can match."""

    data: bytes
    entries: frozenset[Entry]
    """Those that can."""
    identity: bytes
    """What its answer hangs on, besides the rules."""


class Selector:
    """Goes through the artefacts once."""

    def __init__(self, bundle: Bundle, contents: Contents, cache: Cache, engine: str, installed: Cache) -> None:
        """Prepare to choose.

        Args:
            bundle: The rules.
            contents: Gives the bytes of files.
            cache: What was said of a file in an earlier scan.
            engine: What tells the engine's version and way of use apart from others.
            installed: What was found out about the rules before.
        """
        self._reachable = Reachable(bundle, needs_of_bundle(bundle, installed))
        self._patterns = {(bound.rule.name, number): pattern for bound, number, pattern in bundle.entries()}
        self._contents = contents
        self._cache = cache
        self._stem = (_FORM, engine, build_id(), bundle.digest)

    def select(self, artifacts: Iterable[Artifact], take: Callable[[Artifact, bytes], bool]) -> Selection:
        """Choose.

        Args:
            artifacts: All that were found.
            take: Is given each file that semgrep must look at, and says whether semgrep will.
        """
        selection = Selection()
        files = [one for one in artifacts if one.kind is not ArtifactKind.LINK]
        barren = Barren(self._cache, cache_key("semgrep-barren", (*self._stem, *(one.path for one in files))))
        for artifact in files:
            candidate = self._candidate(artifact, selection, barren)
            if candidate is None:
                continue
            key = cache_key("semgrep", (*self._stem, candidate.identity))
            kept = self._cache.get(key)
            answer = Answer.from_bytes(kept) if kept is not None else None
            if answer is not None:
                selection.answers[artifact.path], selection.codes[artifact.path] = told(
                    answer, candidate.data, artifact.path, selection.parted.get(artifact.path, ())
                )
            elif take(artifact, candidate.data):
                selection.keys[artifact.path] = key
                if any(self._patterns[entry].must_see(artifact) for entry in candidate.entries):
                    selection.expected.add(artifact.path)
                selection.entries |= candidate.entries
        barren.keep()
        return selection

    def _candidate(self, artifact: Artifact, selection: Selection, barren: Barren) -> _Candidate | None:
        """A file, if some rule can match in it."""
        reaching = self._reachable.of(artifact)
        if reaching is None:
            return None
        try:
            read = self._contents.read(artifact)
            data = plain(read)
        except ReadError as error:
            selection.problems.append(unseen("semgrep", artifact, error.message))
            return None
        identity = _identity(artifact, data)
        if identity in barren:
            return None
        entries = reaching.matching(data)
        if not entries:
            barren.add(identity)
            return None
        if len(data) > MAX_FILE:
            reason = f"it is larger than {MAX_FILE // 1_000_000} MB"
            selection.problems.append(unseen("semgrep", artifact, reason))
            return None
        shown, left_out = without_long_lines(data)
        if left_out:
            reason = f"{left_out} of its lines have more than {MAX_LINE:,} characters, and are left out"
            selection.problems.append(unseen("semgrep", artifact, reason, whole=False))
            entries = reaching.matching(shown)
        if b"\r" in read and (lines := parted(read)):
            selection.parted[artifact.path] = lines
        return _Candidate(shown, entries, identity) if entries else None


def _identity(artifact: Artifact, data: bytes) -> bytes:
    """A digest of all that decides which entries look at a file, and what they find there."""
    told_apart = (artifact.path, artifact.role.value, artifact.kind.value, artifact.language or "")
    return hashlib.sha256("\0".join(told_apart).encode("utf-8", "surrogatepass") + b"\0" + data).digest()


class Barren:
    """The files of one repository in which no rule can match: most of them, and most stay as they are.

    Args:
        cache: Where they are kept from one scan to the next.
        key: Of the rules, and of the paths that are looked at.
    """

    def __init__(self, cache: Cache, key: str) -> None:
        self._cache = cache
        self._key = key
        kept = b"" if isinstance(cache, NoCache) else cache.get(key) or b""
        self._known = frozenset(kept[at : at + _DIGEST] for at in range(0, len(kept), _DIGEST))
        self._met: set[bytes] = set()

    def __contains__(self, identity: bytes) -> bool:
        """Whether an earlier scan found this very file barren."""
        if identity not in self._known:
            return False
        self._met.add(identity)
        return True

    def add(self, identity: bytes) -> None:
        """Note a file."""
        self._met.add(identity)

    def keep(self) -> None:
        """Keep what was met, where it is not what was known."""
        if self._met != self._known:
            self._cache.put(self._key, b"".join(sorted(self._met)))


def told(answer: Answer, data: bytes, path: str = "", parted_at: Sequence[int] = ()) -> tuple[Answer, dict[int, Code]]:
    """What is told of an answer: where its matches begin, each line once, and the code there.

    An expression that allows for room in front of what it looks for begins to match in the empty lines above.

    Args:
        answer: What semgrep said of the file.
        data: The file.
        path: Of the file, whose ending says what comments are in it.
        parted_at: Lines that on disk are a part of the one before them.
    """
    if parted_at:
        faults = (
            one.model_copy(update={"line": one.line - bisect_right(parted_at, one.line)}) for one in answer.faults
        )
        answer = answer.model_copy(update={"faults": tuple(faults)})
    if not answer.matches:
        return answer, {}
    # Semgrep ends lines at \n only; splitlines() would count form feeds and such too.
    lines = data.decode("utf-8", "replace").split("\n")
    comments = Comments(path, lines)
    begun = [_judged(_begun(lines, one), comments) for one in answer.matches]
    if parted_at:
        lines, places = joined(lines, frozenset(parted_at))
        begun = [_placed(one, places) for one in begun]
    matches: dict[tuple[str, int], Match] = {}
    codes: dict[int, Code] = {}
    for match in begun:
        known = matches.get((match.entry, match.line))
        if known is None or (known.commented and not match.commented):
            matches[match.entry, match.line] = match
        if match.line not in codes:
            codes[match.line] = Code(_code(lines, match), _digest(lines, match), _line(lines, match))
    return answer.model_copy(update={"matches": tuple(matches.values())}), codes


def _judged(match: Match, comments: Comments) -> Match:
    """The match, noted where it lies in a comment. Syntax trees hold no comments, so what matches them lies in none."""
    if not match.textual or not comments.hold(Place(match.line, match.column), match.end_line):
        return match
    return match.model_copy(update={"commented": True})


def _placed(match: Match, places: Sequence[tuple[int, int]]) -> Match:
    """The match where it is on disk."""
    (line, before), (end_line, _) = (places[min(one, len(places)) - 1] for one in (match.line, match.end_line))
    return match.model_copy(update={"line": line, "column": match.column + before, "end_line": end_line})


def _begun(lines: Sequence[str], match: Match) -> Match:
    """The match without the empty lines with which it begins."""
    column = match.column
    for number in range(match.line, min(match.end_line, len(lines)) + 1):
        rest = lines[number - 1][column - 1 :]
        if rest.strip():
            return match if number == match.line else match.model_copy(update={"line": number, "column": column})
        column = 1
    return match


def _digest(lines: Sequence[str], match: Match) -> str:
    """Of the text from where the match begins to the end of its last line."""
    first, *others = lines[match.line - 1 : max(match.line, match.end_line)] or [""]
    text = "\n".join((first[match.column - 1 :], *others)).strip()
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _line(lines: Sequence[str], match: Match) -> str:
    return lines[match.line - 1] if match.line <= len(lines) else ""


def _code(lines: Sequence[str], match: Match) -> str:
    line = _line(lines, match)
    if line.rstrip().endswith("(") and match.line < min(match.end_line, len(lines)):
        line = f"{line.rstrip()}{lines[match.line].strip()}"  # of a call, what it is given
    code = redact(line.strip())
    if len(code) <= _CODE_WIDTH:
        return code
    # In a line of a thousand letters the place counts, but where a secret was taken out it is not known any more.
    begin = match.column - 1 - len(line) + len(line.lstrip()) - _CODE_BEFORE if code == line.strip() else 0
    if begin <= _CODE_BEFORE:
        return f"{code[:_CODE_WIDTH]}…"
    return f"…{code[begin : begin + _CODE_WIDTH]}{'…' if begin + _CODE_WIDTH < len(code) else ''}"
