"""What a file must hold is asked rightly: whatever matches, the condition holds."""

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep import conditions
from scanner.engines.semgrep.conditions import (
    ANYTHING,
    NOTHING,
    Condition,
    Every,
    Index,
    Literal,
    Resembles,
    Some,
    every,
    literals_of,
)
from scanner.engines.semgrep.needs import needs_of_entry
from scanner.engines.semgrep.regex import needs_of_regex
from scanner.engines.semgrep.run import OPTIONS, native_front
from scanner.engines.staging import Staging
from scanner.processes import Limits
from scanner.sources.repository import RepositoryReader
from tests.unit.engines.semgrep.bench import bundle_of, project_rules


def holds(condition: Condition, text: str | bytes) -> bool:
    data = text.encode() if isinstance(text, str) else text
    return condition.holds(Index([condition]).haystack(data))


@pytest.mark.parametrize(
    ("expression", "matching", "other"),
    [
        ("abc", "xabcx", "ab c"),
        ("(?i)Pass(?:word|wd)", "my PASSWD", "passport"),
        ("(?i)task", "ta\u017f\u212a", "tax"),
        ("nhs[-_]?(?:no|num|number)", "nhs_num", "nhs-nr"),
        ("(?:public|private)\\s+void", "public  void", "protected void"),
        ("ab?c", "ac", "ab"),
        ("(?:ab){2}", "abab", "ab"),
        ("0{10}", "0000000000", "000000000"),
        ("(?=.*chrome)(?=.*fire)x", "x fire chrome", "x chrome"),
        ("(?!never)key", "key", "never"),
        ("foo(*SKIP)(*FAIL)|bar", "bar", "foo"),
        ("(?m)^user[ \\t]*=[ \\t]*sa$", "x\nuser = sa\n", "user = sanitize"),
        ("a(?i)b|CD", "xcd", "AB"),
        ("(?i:ab)CD", "aBCD", "abcd"),
        ("caf\u00e9", "caf\u00e9", "cafe"),
        ("[\"']key[\"']", "'key\"", "key"),
        ("x[^\\n]{0,40}y", "x" + "\u00e9" * 40 + "y", "x\ny"),
        ("a.b", "a\u20acb", "a"),
        ("\\x41b", "Ab", "xb"),
        ("(?xi) a b # and\n [ #]c", "AB#c", "ab # and c"),
        ("(key)=\\1;", "key=key;", "key"),
        ("(?<it>key)=\\k<it>;", "key=key;", "key"),
        ("a(\\((?1)*\\))z", "a(())z", "a(())"),
    ],
)
def test_a_condition_tells_apart(expression: str, matching: str, other: str) -> None:
    condition = needs_of_regex(expression)
    assert holds(condition, matching)
    assert not holds(condition, other)


@pytest.mark.parametrize(
    "expression",
    [
        "a\\Qb.c\\E", "(?|abc|def)", "\\p{L}abc", "[[:alpha:]]abc", "abc(*ACCEPT)def",
        "(?(1)abc|def)", "(?#words)abc", "\\N{U+61}bc", "\\o{141}bc", "abc{,3}", "(abc", "abc)", "*abc", "(*UTF)abc",
        "abc\\", "[abc", "(" * 60 + "abc" + ")" * 60, "[^\\D]abc", "a" * 3 + "{ 2}",
    ],
)  # fmt: skip
def test_what_is_not_known_for_certain_asks_nothing(expression: str) -> None:
    assert needs_of_regex(expression) == ANYTHING


def test_what_never_matches_asks_for_the_impossible() -> None:
    assert needs_of_regex("abc(*FAIL)") == NOTHING


_LETTERS = st.sampled_from(list("abkKsS01_ \n\r\t.-=\"'\u00e9\u212a\u017f\u20ac"))
_ATOMS = st.one_of(
    st.text(st.sampled_from("abkKsS01_ ='\u00e9\u212a"), min_size=1, max_size=4),
    st.sampled_from([r"\s", r"\w", r"\d", r"\S", r"\W", r"\b", ".", "^", "$", r"\n", r"\.", "[ab]", "[^a]"]),
    st.sampled_from(["[a-k_]", r"[\s'\"]", "[^\\s=]", "[ks]", "[^K]", r"[\w-]", r"[^\w]", r"\D", r"\t", "\u20ac"]),
)  # fmt: skip


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{0,3}", "{1,}", "*?", "{9,12}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?!{part})"),
    )


@given(st.recursive(_ATOMS, _grown, max_leaves=8), st.text(_LETTERS, max_size=14), st.booleans())
def test_wherever_an_expression_matches_its_condition_holds(expression: str, text: str, multiline: bool) -> None:
    if re.search(expression, text, re.MULTILINE if multiline else 0):
        assert holds(needs_of_regex(expression), text)


_DOUBTFUL = {
    "kelvin": "(?i)task",
    "class": "(?i)ta[s]k",
    "range": "(?i)t[a-z]sk",
    "negated": "t[^x]sk",
    "word": r"t\wsk",
    "digit": r"n\dn",
    "space": r"a\sb",
    "line": "(?m)^begin",
    "end": "(?m)end$",
    "final": "end$",
    "dot": "d.t",
    "bound": r"\bword\b",
    "count": "z[^\n]{3}y",
    "any": r"v\vw",
    "hyper": "(?i)\u017ftar",
}
_ODD = [
    "ta\u017f\u212a task TASK t\u00e1sk t\u017fsk", "n\u0661n n1n", "a\u00a0b", "a\x0bb", "a\x85b", "a\u2028b",
    "x\rbegin", "end\rx", "end\r\n", "end\u2028", "d\rt", "d\nt", "d\u2028t", "\u00e9word\u00e9", "_word_",
    "z\u20ac\u20ac\u20acy", "z\u00e9\u00e9\u00e9y", "v\x0bw", "v\x85w", "v\u2029w", "STAR star", "end\n\n", "begin",
]  # fmt: skip


@pytest.mark.engines
def test_where_semgrep_itself_matches_odd_text_the_condition_holds(tmp_path: Path) -> None:
    files = {f"{number}.txt": text.encode() for number, text in enumerate(_ODD)}
    files |= {f"latin{number}.txt": text.encode("latin-1", "ignore") for number, text in enumerate(_ODD)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    entries = [
        {"id": name, "languages": ["regex"], "severity": "INFO", "message": "m", "pattern-regex": expression}
        for name, expression in _DOUBTFUL.items()
    ]
    matched = set(_semgrep(tmp_path, entries))
    assert {name for _, name in matched} >= {"kelvin", "space", "line", "end", "final", "dot", "any", "bound"}
    wrong = [(path, name) for path, name in matched if not holds(needs_of_regex(_DOUBTFUL[name]), files[path])]
    assert wrong == []


def _semgrep(root: Path, entries: Sequence[object]) -> Iterator[tuple[str, str]]:
    """Path and entry of each match of semgrep in the files of a folder."""
    environment = EngineEnvironment("semgrep")
    environment.ensure(lambda _: None, offline=False)
    reader = RepositoryReader(root)
    with Staging(reader, "semgrep", place=str) as staging:
        for artifact in reader.walk().artifacts:
            staging.add(artifact)
        config = staging.scratch / "rules.json"
        config.write_text(json.dumps({"rules": entries}))
        command = [str(environment.executable), "scan", *OPTIONS, f"--config={config}", "."]
        done = environment.run(command, cwd=staging.tree, scratch=staging.scratch, variables={}, limits=Limits())
    for result in json.loads(done.stdout)["results"]:
        yield result["path"].removeprefix("./"), result["check_id"]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("requests.get($URL, ..., verify=False)", {"requests", "get", "verify"}),
        ('process.env["NODE_TLS"] = "0"', {"process", "env"}),
        ("$R $F(..., string $P, ...) { ... }", set()),
        ("foo(<... $X ...>)", {"foo"}),
        ("x = 0x10 + 1e5", set()),
        ("a.b", set()),
        ("import requests\n...\n", {"requests"}),
        ("foo(`text`)", set()),
        ("<Tag/>", set()),
        ("bar($...ARGS)", {"bar"}),
        ("$Abc.def1", set()),
        ('f("it\'s", name)', {"name"}),
        ("caf\u00e9(name)", set()),
        ('"""words""" + name', set()),
    ],
)
def test_identifiers_of_a_pattern(pattern: str, words: set[str]) -> None:
    needs = needs_of_entry({"pattern": pattern}, frozenset({"python"}))
    assert {one.text for one in literals_of(needs)} == words


def test_only_what_takes_part_in_each_match_counts() -> None:
    body = {
        "patterns": [
            {"pattern-either": [{"pattern": "first()"}, {"patterns": [{"pattern": "second()"}]}]},
            {"pattern-inside": "around(...)"},
            {"pattern-not": "not_this()"},
            {"pattern-not-inside": "nor_this()"},
            {"metavariable-regex": {"metavariable": "$X", "regex": "neither"}},
            {"focus-metavariable": "$X"},
        ]
    }
    needs = needs_of_entry(body, frozenset({"python"}))
    assert {one.text for one in literals_of(needs)} == {"first", "second", "around"}
    assert [holds(needs, text) for text in ("around first", "around second", "around", "first")] == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("body", "languages"),
    [
        ({"pattern": "first()"}, {"php"}),
        ({"pattern": "first()"}, {"python", "ruby"}),
        ({"pattern": "first()", "options": {"symbolic_propagation": True}}, {"python"}),
        ({"match": {"all": ["first()"]}}, {"python"}),
        ({"mode": "extract", "pattern": "first()"}, {"python"}),
        ({"pattern-either": [{"pattern": "first()"}, {"semgrep-internal": 1}]}, {"python"}),
        ({"pattern-either": []}, {"python"}),
        ({"patterns": "first()"}, {"python"}),
    ],
)
def test_other_languages_and_keys_ask_nothing(body: dict[str, Any], languages: set[str]) -> None:
    assert needs_of_entry(body, frozenset(languages)) == ANYTHING


def test_an_identifier_is_a_word_of_its_own() -> None:
    needs = needs_of_entry({"pattern": "$S.sync({..., force: true, ...})"}, frozenset({"javascript"}))
    assert holds(needs, "db.sync({force: true})")
    assert holds(needs, "db['sync']({'force': true}) // \u00e9sync\u00e9")
    assert not holds(needs, "await async(enforce)")


def test_taint_asks_for_a_source_and_a_sink() -> None:
    body = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "source_a()"}, {"pattern": "source_b()"}],
        "pattern-sinks": [{"patterns": [{"pattern": "sink($X)"}, {"focus-metavariable": "$X"}]}],
        "pattern-sanitizers": [{"pattern": "clean()"}],
    }
    needs = needs_of_entry(body, frozenset({"java"}))
    assert [holds(needs, text) for text in ("source_b sink", "source_a", "sink", "clean")] == [1, 0, 0, 0]


@pytest.mark.parametrize("memory", [1, 30_000])
def test_without_memory_for_the_search_each_file_may_match(monkeypatch: pytest.MonkeyPatch, memory: int) -> None:
    options = conditions._options

    def poor() -> Any:
        given = options()
        given.max_mem = memory
        return given

    monkeypatch.setattr(conditions, "_options", poor)
    condition = every([needs_of_regex(f"word{number}") for number in range(200)])
    haystack = Index(list(literals_of(condition))).haystack(b"nothing of it")
    assert haystack.literals is None
    assert all(one.holds(haystack) for one in literals_of(condition))


@pytest.mark.engines
def test_what_semgrep_itself_passes_over_is_what_we_may_pass_over(tmp_path: Path) -> None:
    """Semgrep leaves out files by identifiers too; for patterns over syntax, ours may be none but those."""
    entries = [
        {**pattern.body, "id": f"{pattern.id}.{number}", "languages": sorted(pattern.languages)}
        for _, number, pattern in bundle_of(project_rules()).entries()
        if "regex" not in pattern.languages and "pattern-regex" not in json.dumps(pattern.body)
    ]
    (tmp_path / "rules.yaml").write_text(yaml.safe_dump({"rules": entries}))
    environment = EngineEnvironment("semgrep")
    environment.ensure(lambda _: None, offline=False)
    core = [str(native_front(environment)), "-prefilter_of_rules", str(tmp_path / "rules.yaml")]
    dumped = subprocess.run(core, capture_output=True, check=True).stdout
    theirs = {one["rule_id"]: one["filter"][1] for one in json.loads(dumped)}
    assert len(theirs) == len(entries) > 15
    for entry in entries:
        ours = needs_of_entry(entry, frozenset(entry["languages"]))
        for words in _ways(theirs[entry["id"]]):
            assert holds(ours, "\n".join(words)), (entry["id"], words)


def _ways(formula: list[Any]) -> list[frozenset[str]]:
    """The least sets of words with which semgrep looks at a file."""
    kind, value = formula
    if kind == "Pred" and value[0] == "Regexp":  # of a metavariable: here, words between which it chooses
        return [frozenset({word}) for word in re.fullmatch(r"\((\w+(?:\|\w+)*)\)", value[1])[1].split("|")]
    if kind == "Pred":
        assert value[0] == "Idents"
        return [frozenset(value[1])]
    if kind == "Or":
        return [way for part in value for way in _ways(part)]
    return [frozenset().union(*ways) for ways in product(*map(_ways, value))]


def test_most_of_the_project_s_expressions_are_understood() -> None:
    asked = [pattern.needs for _, _, pattern in bundle_of(project_rules()).entries()]
    assert ANYTHING not in asked
    likenesses = [one for condition in asked for one in _likenesses(condition)]
    assert len(likenesses) > 150
    assert all(conditions._compiled(one.likeness) is not None for one in likenesses)


def _likenesses(condition: Condition) -> Iterator[Resembles]:
    if isinstance(condition, Resembles):
        yield condition
    elif isinstance(condition, (Every, Some)):
        for part in condition.parts:
            yield from _likenesses(part)


def test_a_literal_is_one() -> None:
    (first,), (second,) = (set(literals_of(needs_of_regex(text))) for text in ("word", "x*word"))
    assert first is second
    assert isinstance(first, Literal)
