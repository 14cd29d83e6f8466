"""Code that somebody took out counts for nothing, but for keys and people, and for rules that ask for it."""

from __future__ import annotations

import time

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
        ("a.vue", "<!-- a -->\n<script>\n/*\nb\n*/\n</script>", {1, 4}),
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


@pytest.mark.parametrize(
    ("path", "opening", "ending", "separators"),
    [
        ("a.js", "`", "`", "\r\u2028\u2029"),
        ("a.ts", "`", "`", "\r\u2028\u2029"),
        ("a.tsx", "`", "`", "\r\u2028\u2029"),
        ("a.vue", "`", "`", "\r\u2028\u2029"),
        ("a.cs", '@"', '"', "\r\u0085\u2028\u2029"),
        ("a.razor", '@"', '"', "\r\u0085\u2028\u2029"),
        ("A.java", '"""', '"""', "\r"),
        ("a.go", "`", "`", ""),
    ],
)
def test_code_is_alive_behind_what_ends_a_comment_of_one_line(
    path: str, opening: str, ending: str, separators: str
) -> None:
    around = {"a.vue": ("<script>", "</script>"), "a.razor": ("@code {", "}")}.get(path, ("", ""))
    for separator in "\r\u0085\u2028\u2029":
        lines = [
            around[0],
            f"// a{separator}x = {opening}",
            "/*",
            "eval(1)",
            f"*/ {ending};",
            "/*",
            "b",
            "*/",
            around[1],
        ]
        comments = Comments(path, lines)
        # The text in which the first /* stands begins behind the separator, or the other one is none.
        assert comments.hold(Place(4, 1), 4) is (separator not in separators)
        assert comments.hold(Place(7, 1), 7) is (separator in separators)


def test_what_begins_with_the_file_or_goes_beyond_the_comment_is_not_in_it() -> None:
    comments = Comments("a.java", ["/* Copyright", " * somebody */", "class A {}"])
    assert comments.hold(Place(1, 4), 2)
    assert not comments.hold(Place(1, 1), 1)
    assert not comments.hold(Place(1, 4), 3)


@pytest.mark.parametrize(
    ("path", "text", "held"),
    [
        # Each of these is alive, whatever stands around it.
        ("p.html", "<script>\n<!--\neval(location.hash);\n//-->\n</script>\n", []),
        ("p.aspx", "<!--\n<%= eval %>\n-->\n", []),
        ("p.cshtml", "<!--\n@Html.eval(Model.X)\n-->\n", []),
        ("a.ts", "const globs = `\n/*/public\n`;\neval(req.query.cmd);\n/** doc */\n", []),
        ("m.go", "var a = `\n/*\n`\nfunc f() { eval() }\n/* later */\n", []),
        ("main.tf", "locals { p = <<E\n/*\nE\n}\neval\n/* later */\n", []),
        ("p.php", "<p>\n/*\n</p>\n<?php eval($_GET['c']); ?>\n/* x */\n", []),
        ("a.js", "const r = /`/;\nconst a = `\n/*\n`;\neval(1);\nconst b = `\n*/\n`;", []),
        ("a.js", "const r = /`/;\n/*\neval(1);\n*/", [3]),
        ("a.js", "x = `a ${b ? `c ${d}` : ''} e`;\n/*\neval(1);\n*/", [3]),
        ("a.js", "x = `a ${\n/*\neval(1)\n*/ 2} e`;\n", [3]),
        ("a.js", "x = (a + b) / 2; // half's\n/*\neval(1);\n*/", [3]),
        ("a.js", "if (x) /`/.test(y);\n/*\neval(1);\n*/", []),
        ("a.tsx", "<p>it's</p>\n/*\neval(1);\n*/", [3]),
        ("a.tsx", "<p>\n/*\n</p>\neval(1)\n<p>\n*/\n</p>", []),
        ("a.tsx", "<p>\n{/* <p/>\neval(1);\n*/}</p>", [3]),
        ("a.tsx", "<p>a ` b</p>\n/*\neval(1);\n*/", []),
        ("a.tsx", "const q = gql`x`;\nconst r = /* GraphQL */ `y`;\n/*\neval(1);\n*/", [4]),
        ("a.tsx", "foo(\n // text\n `x`,\n);\n/*\neval(1);\n*/", [6]),
        ("a.tsx", "const C = styled.div`a: ${p => p.x};`\n/*\neval(1);\n*/", [3]),
        ("a.tsx", "<a href='x' />\n<b className={`x ${y}`} />;\n/*\neval(1);\n*/", [4]),
        ("A.java", 'a = """\n/*\n""";\neval(1);\nb = """\n*/\n""";', []),
        ("A.kt", 'a = """\n/*\n\\"""\neval(1)\nb = """\n*/\n"""', []),
        ("A.cs", 'a = @"\n/*\n";\neval(1);\nb = @"\n*/\n";', []),
        ("A.cs", 'a = """"\n/*\n"""\n""""; \neval(1);\nb = """\n*/\n""";', []),
        ("a.cpp", 'a = R"x(\n/*\n)x";\neval(1);\nb = R"x(\n*/\n)x";', []),
        ("a.cpp", "int a = 1'000;\n// x \\\n/*\neval(1);\n/* */", []),
        ("a.swift", 'a = #"""\n/*\n"""#\neval(1)\n/* x */', []),
        ("a.dart", "a = r'''\n/*\n''';\neval(1);\n/* x */", []),
        ("a.gradle", "a = $/\n/*\n/$\neval(1)\n/* x */", []),
        ("a.gradle", "a = /^a$/\n/*\neval(1)\n x */", [3]),
        ("main.tf", "a = <<-EOT\n  EOT x\n/*\n  EOT\neval(1)\n/* b */", []),
        ("main.tf", "# it's <<X\n/*\neval(1)\n*/", [3]),
        ("p.php", "<?php\n$a = '\n/*\n';\neval(1);\n/* x */", []),
        ("p.php", "<?php\n$a = <<<E\n/*\nE;\neval(1);\n/* x */", []),
        ("p.php", "<?php // it's ?>\n/*\n<?php eval(1); /*\n*/", []),
        ("p.php", "<?php\n/*\neval(1);\n*/", [3]),
        ("a.html", "<!-->\neval(1)\n-->", []),
        ("a.html", "<!--\n<script>\neval(1)\n</script>\n-->", [3]),
        ("a.html", "<textarea>\n<!--\n</textarea>eval(1)\n-->", []),
        ("a.html", "<SCRIPT>\n<!--\n<script>\n</script>\n<!--\neval(1)\n//-->\n</script>", []),
        ("a.xml", "<a><![CDATA[\n<!--\n]]>\n<b>eval</b>\n<!-- -->", []),
        ("a.jsp", "<!--\n<c:out value='eval'/>\n-->", []),
        ("a.jsp", "<%\nx = 1;\n%>\n<!--\neval\n-->", [5]),
        ("a.vue", "<template>\n/*\n{{ eval(1) }}\n*/</template><script>\n/*\neval(2)\n*/</script>", [6]),
        ("a.cshtml", "@{\n/*\neval(1)\n*/\n}\n<p>", [3]),
        ("a.cshtml", "<script>\n/*\neval(@Model.X)\n*/\n</script>", []),
        ("a.cshtml", "<script>\n/*\neval(Model.X)\n*/\n</script>", [3]),
        ("a.cshtml", "@{ <p>\n/*\n</p>\neval(1)\n<p>*/</p> }", []),
        ("a.cshtml", "@*\n@Html.eval()\n*@", [2]),
        ("a.razor", "@code {\n  void A() { }\n  /*\n  eval();\n  */\n}", [4]),
        ("a.scss", "// it's\n/*\neval\n*/", [3]),
    ],
)
def test_what_looks_like_a_comment_in_a_text_of_several_lines_hides_nothing(
    path: str, text: str, held: list[int]
) -> None:
    lines = text.split("\n")
    comments = Comments(path, lines)
    found = [
        number
        for number, line in enumerate(lines, start=1)
        if "eval" in line and comments.hold(Place(number, line.index("eval") + 1), number)
    ]
    assert found == held


def test_a_mark_of_three_letters_is_not_closed_by_its_own_last() -> None:
    lines = ["<p>", "{/*/ a", "eval", "*/}"]
    assert Comments("a.jsx", lines).hold(Place(3, 1), 3)


def test_many_comments_and_many_matches_take_no_time_by_their_product() -> None:
    comments = Comments("a.java", ["/* a */", "b();"] * 20_000)
    begin = time.perf_counter()
    assert not any(comments.hold(Place(number * 2, 1), number * 2) for number in range(1, 4_000))
    assert time.perf_counter() - begin < 2
