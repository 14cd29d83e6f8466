"""Markdown, HTML and separated values become headings, tables and lines."""

from __future__ import annotations

from scanner.parsers.blocks import Heading, Row, Table, Text
from scanner.parsers.written import blocks


def test_markdown() -> None:
    text = (
        '# Log\n<!-- a\nb -->\n[Owner](x.md "t"): **CSO** <br> now\n\n| ID | Hazard |\n|:--|---|\n| 1 | a \\| b |\n'
        "```\n# no heading\n| no | table |\n```\nend\n"
    )
    assert blocks("log.md", text) == [
        Heading(1, "Log", 1),
        Text("Owner: **CSO** ;  now", 4),
        Table((Row(("ID", "Hazard"), 6), Row(("1", "a | b"), 8))),
        Text("end", 13),
    ]


def test_pages() -> None:
    text = (
        "<html><style>p{}</style><h2>Log</h2>\n<p>Owner:\n CSO</p><table><tr><th>ID<th>\n</tr><tr>\n"
        "<td>1</td><td>a<br>b <table><tr><td>c</td></tr></table></td></tr></table><script>var a = 1</script> end"
    )
    heading, owner, table, end = blocks("log.html", text)
    assert (heading, owner) == (Heading(2, "Log", 1), Text("Owner: CSO", 3))
    assert table == Table((Row(("ID", ""), 3), Row(("1", "a b c"), 4)))
    assert end == Text("end", 5)


def test_separated_values() -> None:
    (table,) = blocks("log.csv", 'Log;;\nID;Hazard;"Cause, or\ncauses"\n\n1;a;"b ""c"""\n')
    assert table == Table(
        (Row(("Log", "", ""), 1), Row(("ID", "Hazard", "Cause, or\ncauses"), 2), Row(("1", "a", 'b "c"'), 5))
    )


def test_what_is_hostile_ends_soon() -> None:
    (table,) = blocks("log.csv", 'a,b\n1,2\n3,"' + "x" * 200_000)
    assert isinstance(table, Table)
    assert table.rows[1].cells == ("1", "2")
    assert blocks("log.html", "<table>" * 5_000 + "<tr><td>a") != []
    assert len(blocks("log.md", "| a |\n" * 20_000)) == 1
    assert blocks("log.md", "[" * 50_000 + "<" * 50_000) != []
    assert blocks("log.md", "<!--" * 50_000) == []
