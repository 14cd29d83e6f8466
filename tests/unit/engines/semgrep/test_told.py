"""Where a match is told to be, and the code that is shown of it."""

from scanner.engines.semgrep.answers import Answer, Match
from scanner.engines.semgrep.selection import Code, told
from scanner.engines.semgrep.texts import parted, plain


def _answer(*places: tuple[int, int, int]) -> Answer:
    return Answer(
        seen=True,
        matches=tuple(Match(entry="r", line=line, column=column, end_line=end) for line, column, end in places),
    )


def _shown(codes: dict[int, Code]) -> dict[int, str]:
    return {line: code.shown for line, code in codes.items()}


def test_copies_are_known_by_all_that_matched_whatever_stands_before_it() -> None:
    def digest(text: str, column: int, end: int = 1) -> str:
        return told(_answer((1, column, end)), text.encode())[1][1].digest

    key = "hunter2-hunter2"
    assert digest(f"key = {key}\n", 7) == digest(f"  other_key: {key}  \n", 14)
    assert digest(f"key = {key}\n", 7) != digest(f"key = {key}3\n", 7)
    assert digest("BEGIN\nfirst\n", 1, 2) != digest("BEGIN\nother\n", 1, 2)
    assert key not in digest(f"key = {key}\n", 7)


def test_a_match_begins_behind_the_empty_lines_before_it() -> None:
    answer, codes = told(_answer((2, 1, 4)), b"{\n\n  \n  secure: false\n}\n")
    assert [(one.line, one.column) for one in answer.matches] == [(4, 1)]
    assert _shown(codes) == {4: "secure: false"}


def test_a_match_that_is_empty_stays_where_it_is() -> None:
    answer, codes = told(_answer((1, 1, 2), (9, 1, 9)), b"\n\n")
    assert [one.line for one in answer.matches] == [1, 9]
    assert _shown(codes) == {1: "", 9: ""}


def test_each_line_is_told_once() -> None:
    answer, codes = told(_answer((1, 1, 1), (1, 5, 1), (2, 1, 2)), b"a();a()\na()\n")
    assert [(one.line, one.column) for one in answer.matches] == [(1, 1), (2, 1)]
    assert _shown(codes) == {1: "a();a()", 2: "a()"}


def test_of_a_long_line_the_place_is_shown() -> None:
    line = "x" * 500 + ";found()" + "y" * 500
    _, codes = told(_answer((1, 502, 1)), f"  {line}\n".encode())
    assert codes[1].shown == f"…{'x' * 41};found(){'y' * 111}…"
    _, codes = told(_answer((1, 10, 1)), f"{line}\n".encode())
    assert codes[1].shown == f"{'x' * 160}…"


def test_of_a_long_line_with_a_secret_the_beginning_is_shown() -> None:
    secret = "hunter2-hunter2-hunter2"
    line = f"connect('https://u:{secret}@x/', " + "x" * 500 + ");found()"
    _, codes = told(_answer((1, 540, 1)), line.encode())
    assert codes[1].shown.startswith("connect(")
    assert secret not in codes[1].shown


def test_of_a_call_over_several_lines_the_first_that_it_is_given_is_shown() -> None:
    _, codes = told(_answer((1, 1, 3)), b"log.info(\n    f'saw {number}'\n)\n")
    assert _shown(codes) == {1: "log.info(f'saw {number}'"}
    _, codes = told(_answer((1, 1, 1)), b"log.info(\n    f'saw {number}'\n)\n")
    assert _shown(codes) == {1: "log.info("}


def test_only_what_knows_of_no_comments_matches_in_them() -> None:
    tree, text = (Match(entry=name, line=2, column=1, end_line=2, textual=name == "text") for name in ("tree", "text"))
    answer, _ = told(Answer(seen=True, matches=(tree, text)), b"/*\neval()\n*/\n", "a.js")
    assert {one.entry: one.commented for one in answer.matches} == {"tree": False, "text": True}


def test_a_carriage_return_ends_a_line_for_expressions_and_not_for_its_number() -> None:
    data = b"// note\reval(location.hash)\nx()\r\ny()\n"
    assert plain(data) == b"// note\neval(location.hash)\nx()\ny()\n"
    assert parted(data) == (2,)
    answer, codes = told(_answer((2, 1, 2), (4, 1, 4)), plain(data), "a.js", parted(data))
    assert [(one.line, one.column, one.end_line) for one in answer.matches] == [(1, 9, 1), (3, 1, 3)]
    assert codes[1].line == "// note\reval(location.hash)"
    assert plain(b"a\rb\r") == b"a\nb\n"
    assert parted(b"a\rb\r") == (), "a file of an old system"
