"""Why a program could not render is told without what it quotes, which can be a secret."""

from pathlib import Path

import pytest

from scanner.parsers.kubernetes.complaints import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                'E1 run.go:72] "command failed" err="loading KV pairs: literal sources [db=zebra77 hunter2plain]:'
                ' invalid literal source hunter2plain, expected key=value"\n'
            ),
            "a literal of a generator is not key=value",
        ),
        (
            (
                "error: accumulating resources: accumulation err='accumulating resources from 'gone.yaml': evalsymlink"
                " failure on 'ROOT/a/gone.yaml' : lstat ROOT/a/gone.yaml: no such file or directory'\n"
            ),
            "what it names is not there: a/gone.yaml",
        ),
        (
            (
                "x] \"command failed\" err=<\n\taccumulation err='accumulating resources from 'hunter2plain: x\n\t':"
                " evalsymlink failure on 'ROOT/hunter2plain: x\n\t' : no such file or directory\n >\n"
            ),
            "what it names is not there",
        ),
        (
            (
                'x] "command failed" err=<\n\ttrouble configuring builtin PatchTransformer with config: `\n'
                "\tpatch: hunter2plain\n\t`: unable to parse\n >\n"
            ),
            "a patch cannot be read",
        ),
        ("error: something new [hunter2plain] and more", "something new"),
        ("error: something new {hunter2plain}", "something new"),
        ("error: something new 'hunter2plain'", "something new"),
        ('error: something new: "hunter2plain"', "something new"),
        ("error: something new pin=hunter2plain", "something new"),
        ("# Warning: hunter2plain is old\nerror: something new in ROOT/a\n", "something new in ./a"),
        (
            (
                "coalesce.go:175: warning: destination for x is a table. Ignoring non-table value (hunter2plain)\n"
                "Error: values don't meet the specifications of the schema(s) in these charts:\nhunter2plain\n"
            ),
            "its values do not fit its schema",
        ),
        (
            'Error: template: shop/templates/web.yaml:3:5: executing "shop/templates/web.yaml" at <"hunter2plain">',
            "template: shop/templates/web.yaml:3:5: executing",
        ),
        ("Error: execution error at (shop/templates/web.yaml:3:5): bad pin hunter2plain", "AT"),
        ("Error: execution error at (shop/templates/web.yaml:3:5): give a tag", "AT: give a tag"),
        ("Error: execution error at (shop/templates/web.yaml:3:5): ", "AT"),
        ("", ""),
    ],
)
def test_only_what_is_no_value_is_told(tmp_path: Path, text: str, expected: str) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "web.yaml").write_text(
        '{{ required "give a tag" .Values.tag }}{{ fail .Values.pin | default "" }}'
    )
    (tmp_path / "values.yaml").write_text('pin: "bad pin hunter2plain"')
    found = told(text.replace("ROOT", str(tmp_path)), tmp_path)
    assert found == expected.replace("AT", "execution error at shop/templates/web.yaml:3:5")
