"""Code that somebody took out counts for nothing, but for keys and people, and for rules that ask for it."""

from __future__ import annotations

import pytest

from scanner.engines.semgrep.comments import Comments, Place


@pytest.mark.parametrize(
    ("path", "text", "held"),
    [
        ("A.java", "a();\n/*\nb();\n*/\nc();", {3}),
        ("A.java", "/* a();\nb(); *//*\nc();*/\nd();", {1, 2, 3}),
        ("a.ts", "  /**\n   * b();\n   */ c();\n", {2}),
        ("a.tsx", "<p>\n  {/* <a onClick={b} />\n  <c/> */}\n</p>", {2, 3}),
        ("a.html", "<p>\n<!--\n<a>\n-->\n<b>", {3}),
        ("a.cshtml", "@*\n<a>\n*@\n<!-- <b> -->\n", {2, 4}),
        ("a.vue", "<!-- a -->\n/*\nb\n*/", {1, 3}),
        ("main.tf", "/*\nresource\n*/\n", {2}),
        # What begins in the midst of a line may stand in a text.
        ("a.js", "glob('src/**/*.js');\nb();\nglob('*/*.ts');\n", set()),
        ("a.js", 'const a = "/*";\nb();\nconst c = "*/";\n', set()),
        # Nor is it a comment where it never ends, and where the language has no such thing.
        ("a.js", "/* never\nended();\n", set()),
        ("a.py", "/*\nb()\n*/\n", set()),
        ("a.yaml", "<!--\nb: 1\n-->\n", set()),
    ],
)
def test_lines_of_which_the_code_lies_in_a_comment(path: str, text: str, held: set[int]) -> None:
    lines = text.split("\n")
    comments = Comments(path, lines)
    places = {number: len(line) - len(line.lstrip()) + 4 for number, line in enumerate(lines, start=1)}
    inside = {number for number, column in places.items() if comments.hold(Place(number, column), number)}
    assert {number for number in inside if any(letter.isalpha() for letter in lines[number - 1])} == held


def test_what_begins_with_the_file_or_goes_beyond_the_comment_is_not_in_it() -> None:
    comments = Comments("a.java", ["/* Copyright", " * somebody */", "class A {}"])
    assert comments.hold(Place(1, 4), 2)
    assert not comments.hold(Place(1, 1), 1)
    assert not comments.hold(Place(1, 4), 3)
