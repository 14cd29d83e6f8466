"""Lines of source in a report: never a secret."""

from __future__ import annotations

import time

import pytest

from scanner.evaluation.quoting import LONGEST, Quotable

KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nabcd\n-----END RSA PRIVATE KEY-----"
MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  dsn: aHVudGVyMg==\n  more: |\n    hunter2\n"
INLINE = "kind: Secret\nstringData: {dsn: hunter2}\n"
JSON = '{"apiVersion": "v1",\n "kind": "Secret", "data": {"dsn": "hunter2"}}\n'
HCL = 'resource "kubernetes_secret" "db" {\n  data = {\n    dsn = "hunter2"\n  }\n}\n'


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("a = 1\nb = 2", 2, "b = 2"),
        ("a", 0, ""),
        ("a", 2, ""),
        ("", 1, ""),
        ('  password = "hunter2"', 1, 'password = "***"'),
        ("password:\n  hunter2", 2, "***"),
        ("connectionStrings:\n  main: Server=x", 2, "main: ***"),
        ("db_secret: |\n  hunter2", 2, "***"),
        (f"x = <<EOF\n{KEY}\nEOF", 3, "***"),
        (f"x = <<EOF\n{KEY}\nEOF", 6, "EOF"),
        ("id: q8Zt71LmQ0vNcR5sXw2P", 1, "id: ***"),
        ("source: ./modules/database-of-patients-v2", 1, "source: ./modules/database-of-patients-v2"),
        (MANIFEST, 4, "name: db"),
        (MANIFEST, 5, "data:"),
        (MANIFEST, 6, "dsn: ***"),
        (MANIFEST, 8, "***"),
        (INLINE, 2, "stringData: ***"),
        (JSON, 2, '"kind": ***'),
        (HCL, 1, 'resource "kubernetes_secret" "db" {'),
        (HCL, 3, "dsn = ***"),
        ("\x1b[31mred\u202e", 1, "red"),
    ],
)
def test_a_line_is_shown_without_what_could_be_secret(text: str, number: int, shown: str) -> None:
    assert Quotable(text).line(number) == shown


def test_a_long_line_is_cut() -> None:
    assert len(Quotable("word " * 1000).line(1)) <= LONGEST


def test_no_secret_of_any_of_these_is_shown() -> None:
    for text in (MANIFEST, INLINE, JSON, HCL):
        shown = " ".join(Quotable(text).line(number) for number in range(1, 12))
        assert "hunter2" not in shown
        assert "aHVudGVyMg" not in shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("    uses: actions/checkout@v4", "uses: actions/checkout@v4"),
        ("  persist-credentials: false", "persist-credentials: false"),
        ("  - name: DB_PASSWORD", "- name: DB_PASSWORD"),
        (
            "  valueFrom: {secretKeyRef: {name: db, key: password}}",
            "valueFrom: {secretKeyRef: {name: db, key: password}}",
        ),
        ("  host: db.internal.example", "host: ***"),
        ("  value: hunter2", "value: ***"),
        ("  other: hunter2", "other: ***"),
    ],
)
def test_near_a_secret_only_what_names_a_thing_is_shown(line: str, shown: str) -> None:
    assert Quotable(f"{line}\n# the password\n").beside(1) == shown
    assert Quotable("  colour: blue\n").beside(1) == "colour: blue"


@pytest.mark.parametrize(
    "text",
    [
        'password = "' + "\\" * 2_000,
        "\n" * 60_000 + "kind",
        "a\n" + " " * 60_000 + "kind",
        "password: '" + "\\'" * 3_000,
        "pass" * 50_000,
        "mysql " * 50_000,
        "a-" * 50_000 + "pass",
    ],
    ids=["backslashes", "empty lines", "blanks", "escapes", "names", "commands", "options"],
)
def test_no_line_takes_for_ever(text: str) -> None:
    before = time.process_time()
    shown = Quotable(text).line(1)
    assert time.process_time() - before < 1
    assert "\\\\" not in shown


PLANTED = [
    ("tf multi", 'resource "x" "y" {\n  password = join("", [\n    "hunter2zz",\n  ])\n}'),
    (
        "tf heredoc",
        "x = <<EOF\nexport DB_PASS=hunter2zz\nmysql -u root -phunter2zz\ncurl -u a:hunter2zz https://x\nEOF",
    ),
    ("tf heredoc secret", 'variable "a" {\n  db_password = <<-EOT\n    line-one\n    hunter2zz\n  EOT\n}'),
    ("yaml block", "spec:\n  password: |\n    first\n    hunter2zz\n  other: 1"),
    ("yaml folded", "tls:\n  secretKey: >-\n    aaa\n    bbb\n    hunter2zz\n"),
    ("conn", "x: Server=db;User Id=sa;Password=hunter2zz;Database=x"),
    ("conn2", 'var c = "Server=tcp:x;Uid=sa;Pwd=hunter2zz;"'),
    ("jdbc", "url: jdbc:postgresql://h/db?user=a&password=hunter2zz"),
    ("url", "DATABASE_URL=postgres://app:hunter2zz@db/x"),
    ("redis", "REDIS=redis://:hunter2zz@h:6379/0"),
    ("env", "DB_PASSWORD=hunter2zz\nOTHER=1"),
    ("env2", "DJANGO_SECRET=hunter2zz"),
    ("env_pw", "DB_PW=hunter2zz"),
    ("env_pass", "DB_PASS=hunter2zz"),
    ("docker ENV", "ENV DB_PASS hunter2zz"),
    ("docker ENV2", "ENV POSTGRES_PASSWORD hunter2zz"),
    ("docker ARG", "ARG token=hunter2zz"),
    ("docker RUN", 'RUN curl -H "X-Api-Key: hunter2zz" https://a'),
    ("docker RUN2", 'RUN echo "hunter2zz" | passwd --stdin root'),
    ("docker chpass", 'RUN echo "root:hunter2zz" | chpasswd'),
    ("json", '{"db": {"password": "hunter2zz"}}'),
    ("json pass", '{"db": {"pass": "hunter2zz"}}'),
    ("json key multi", '{"clientSecret":\n  "hunter2zz"}'),
    ("json array", '{"passwords": [\n "a",\n "hunter2zz"\n]}'),
    ("py tuple", 'auth = ("admin",\n        "hunter2zz")'),
    ("py call", 'requests.get(u, auth=("admin", "hunter2zz"))'),
    ("py dict", 'creds = {\n  "user": "admin",\n  "pw": "hunter2zz",\n}'),
    ("py pos", 'connect("host", "sa", "hunter2zz")'),
    ("js", "const jwtSecret = `hunter2zz`;"),
    ("js sign", 'jwt.sign(payload, "hunter2zz")'),
    ("js cookie", 'app.use(session({ secret: ["hunter2zz"] }))'),
    ("cs", 'new NetworkCredential("sa", "hunter2zz")'),
    ("java", 'DriverManager.getConnection(url, "sa", "hunter2zz");'),
    ("java2", 'DriverManager.getConnection(\n  url,\n  "sa",\n  "hunter2zz");'),
    ("java props", "spring.datasource.password=hunter2zz"),
    ("xml", '<add key="DbPassword" value="hunter2zz"/>'),
    ("xml2", "<password>hunter2zz</password>"),
    ("xml3", "<password>\n  hunter2zz\n</password>"),
    ("pg env", "- name: PGPASSWORD\n  value: hunter2zz"),
    ("k8s env", '- name: API_KEY\n  value: "hunter2zz"'),
    ("k8s env rev", "- value: hunter2zz\n  name: API_KEY"),
    ("k8s env3", "- name: DB_PASS\n\n  value: hunter2zz"),
    ("compose", "environment:\n  - MYSQL_ROOT_PASSWORD=hunter2zz"),
    ("gh", "env:\n  NPM_TOKEN: hunter2zz"),
    ("args", 'args: ["--password", "hunter2zz"]'),
    ("args2", "args:\n  - --password\n  - hunter2zz"),
    ("cmd", "command: redis-server --requirepass hunter2zz"),
    ("mysql", "mysql -uroot -phunter2zz db"),
    ("b64", "data: aHVudGVyMnp6c2VjcmV0cGFzc3dvcmQ="),
    ("b64 short", "password_b64: aHVudGVyMnp6"),
    ("basic", "Authorization: Basic YWRtaW46aHVudGVyMg=="),
    ("sql", "CREATE USER a IDENTIFIED BY 'hunter2zz';"),
    ("sql2", "ALTER ROLE a WITH PASSWORD 'hunter2zz'"),
    ("sql3", "ALTER LOGIN sa WITH PASSWORD =\n N'hunter2zz'"),
    ("pem", "-----BEGIN CERTIFICATE-----\nhunter2zz\n-----END CERTIFICATE-----"),
    ("pem indent", "key: |\n  -----BEGIN PRIVATE KEY-----\n  hunter2zzAAA\n  -----END PRIVATE KEY-----"),
    ("pem one", 'k = "-----BEGIN PRIVATE KEY-----\\nhunter2zz\\n-----END PRIVATE KEY-----"'),
    ("ssh pub", "putty: PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 1\nhunter2zzAAAABBBBCCCC"),
    ("jwk", '{"kty":"RSA","d":"hunter2zzhunter2zzhunter2"}'),
    ("nhs", 'nhs = "943 476 5919"'),
    ("nhs plain", "x = 9434765919"),
    ("nhs dots", "x = 943.476.5919"),
    ("nhs list", "[9434765919, 9434765870]"),
    ("aws", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("aws env", "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("azure sas", "https://x.blob.core.windows.net/c?sv=2020&sig=hunter2zz%2Fabc123DEF456%3D"),
    ("azure acct", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=hunter2zzabcdef==;EndpointSuffix=core"),
    ("netrc", "machine github.com login bob password hunter2zz"),
    ("npmrc", "//registry.npmjs.org/:_authToken=hunter2zz"),
    ("pip", "index-url = https://bob:hunter2zz@pypi/x"),
    ("htpasswd", "admin:$apr1$hunter2zz$abcdefgh"),
    ("toml", '[db]\npassword = """\nhunter2zz\n"""'),
    ("ini", "[client]\nuser=root\npass hunter2zz"),
    ("hash", "salt: hunter2zz"),
    ("c#", 'private const string Pin = "hunter2zz";'),
    ("helm set", "helm upgrade x --set db.password=hunter2zz"),
    ("sshpass", "sshpass -p hunter2zz ssh x"),
    ("curl u", "curl -u admin:hunter2zz https://x"),
    ("curl user", "curl --user admin:hunter2zz https://x"),
    ("openssl", "openssl enc -pass pass:hunter2zz"),
    ("tf local", 'locals {\n  keys = {\n    a = "hunter2zz"\n  }\n}'),
    ("tf map", 'environment {\n  variables = {\n    SECRET_THING = "x"\n    B = "hunter2zz"\n  }\n}'),
    ("tf list", 'secrets = [\n  "aaa",\n  "bbb",\n  "hunter2zz",\n]'),
    ("yaml list at the key", "passwords:\n- alice1\n- bob\n# more\n- hunter2zz"),
    ("yaml list at the key, tagged", "passwords: &all !x # of all\n- alice1\n- bob\n\n- hunter2zz"),
    ("list at the margin", 'tokens = [\n"a",\n"b",\n"c",\n"hunter2zz",\n]'),
    ("list of lists", 'tokens = [["a",\n"b"],\n["c",\n"d"],\n["e", "hunter2zz"]]'),
    ("json at the margin", '{"passwords": [\n"a",\n"b",\n"c",\n"hunter2zz"]}'),
    ("flow list", "tokens: [\n  alice1,\n  bob,\n  carl,\n  hunter2zz ]"),
    ("flow list at the margin", "tokens: [ # all\nalice1,\nbob,\ncarl,\nhunter2zz ]"),
    ("flow list on a line", "tokens: [alice1, hunter2zz]"),
    ("flow map", "tokens: {\n  a: alice1,\n  b: bob,\n  c: carl,\n  d: hunter2zz }"),
    ("bare list", "tokens = [\n  alice1,\n  bob,\n  carl,\n  hunter2zz\n]"),
    ("shell array", "TOKENS=(\nalice1\nbob\ncarl hunter2zz\n)"),
    ("list taken out", '# tokens = [\n#   "a",\n#   "b",\n#   "c",\n#   "hunter2zz",\n# ]'),
    ("block with an anchor", "password: &pw |\n  first\n  hunter2zz"),
    ("block with a tag", "password: !vault |\n  first\n  hunter2zz"),
    ("block with a comment", "password: >-  # it is folded\n  first\n  hunter2zz"),
    ("block of an item", "- &token !x |2-\n  first\n  second\n  hunter2zz"),
    ("quote", 'password: "abc\n  hunter2zz"'),
    ("single quote", "password: 'x\n\n\n  hunter2zz'"),
    ("single quote, doubled", "password: 'it''s\n\n\n  hunter2zz'"),
    ("quote at the margin", 'export TOKEN="a\n\n\nhunter2zz"'),
    ("quote after a blank", "ENV TOKEN 'a b\n\n\nhunter2zz'"),
    ("quote without an end", 'password: "abc\n\n\n  hunter2zz'),
    ("quote in a list", 'tokens = [\n"a",\n"b",\n"c\n\nhunter2zz",\n]'),
    ("quote, then more", 'password = foo("a\nb",\nc,\nd,\n"hunter2zz")'),
    ("quote taken out", '# password: "abc\n#\n#\n# hunter2zz"'),
    ("here-string", '$token = @"\na\n\nhunter2zz\n"@'),
    ("backslash", "TOKEN=\\\nhunter2zz"),
    ("backslash in a word", "export TOKEN=abc\\\ndef\\\nhunter2zz"),
    ("backslash in a list", "SECRETS = a \\\n  b \\\n  c \\\n  hunter2zz"),
    ("backslash and returns", "TOKEN=\\\r\nhunter2zz\r\n"),
    ("backslash after an option", "tool --password \\\n  hunter2zz \\\n  --port 1"),
    ("template", "const token = `\nhunter2zz`"),
    ("template of lines", "const privateKey = `\nline\nline\nhunter2zz\n`"),
    ("second template", "const token = `a` + `\n\n\nhunter2zz`"),
    ("heredoc into a file", "# token\n\ncat <<EOF > token.txt\nfirst\n\n\nhunter2zz\nEOF"),
    ("heredoc and a call", "key = <<~KEY.strip\n  a\n\n\n  hunter2zz\nKEY"),
    ("heredoc quoted", "tee token.txt <<'END-OF' >/dev/null\na\n\n\nhunter2zz\nEND-OF"),
    ("heredoc of php", "$token = foo(<<<EOT, 1);\na\n\n\nhunter2zz\n  EOT;"),
    ("triple quotes", 'password = """a""" + """\nx = 1\n\nhunter2zz\n"""'),
    ("element", "<secret>\n<![CDATA[\nhunter2zz\n]]></secret>"),
    ("element with attributes", '<api-token kind="x">\n\n\nabc\nhunter2zz</api-token>'),
    ("element over lines", '<clientSecret\n  kind="x"\n  more="y">\n\nhunter2zz\n</clientSecret>'),
    ("bracket below", '{\n"password":\n\n[\n"a",\n"b",\n"hunter2zz"\n]\n}'),
    ("bracket below a name", 'passwords =\n[\n"a",\n"b",\n"c",\n"hunter2zz"\n]'),
    ("yaml plain", "password: abc\n  def\n  ghi\n  hunter2zz"),
    ("block at the margin", "password: |\nfirst one\nhunter2zz"),
    ("block further out", "a:\n  b:\n    password: |\n  first one\n  hunter2zz\n    c: d"),
    ("block below a blank", "password: >-\n\nhunter2zz"),
    ("block that falls out", "password: |\n  first one\nhunter2zz"),
    ("block of a document", "--- !password |\nfirst one\nhunter2zz"),
    ("block with a number", "password: |1\nfirst one\nhunter2zz"),
    ("block taken out", "# password: |\n#   first one\n#   hunter2zz"),
    ("explicit key", "? password\n: hunter2zz"),
    ("explicit key, far below", "? password # of it\n\n\n\n\n: hunter2zz\n"),
    ("explicit key and returns", "? password\r\n: hunter2zz\r\n"),
    ("explicit key of a block", "? |\n  password\n: hunter2zz"),
    ("explicit key below its mark", "?\n  password\n:\n- first\n- hunter2zz"),
    ("explicit key with a block", "a:\n  ? password\n  : |\n    first\n\n    hunter2zz"),
    ("explicit key of an item", "- ? password\n  :\n    user: hunter2zz"),
    ("explicit key in brackets", "{? password\n: hunter2zz}"),
    ("explicit key taken out", "# ? password\n# : hunter2zz"),
    ("named element", '<add key="Password">\nfirst\nhunter2zz\n</add>'),
    ("named element over lines", '<add\n  key="Password"\n  kind="x"\n>\nfirst\nhunter2zz\n</add>'),
    ("named element, in it another", '<setting name="ApiToken" as="x">\n<value>\nhunter2zz\n</value>\n</setting>'),
    ("named element and data", "<string name='api_key'><![CDATA[\nfirst\nhunter2zz\n]]></string>"),
    ("named element on a line", '<add key="Password" type="x">hunter2zz</add>'),
    ("named element on a line, in it another", '<x name="DbPassword" as="y"><value>hunter2zz</value></x>'),
    ("named element that goes on", '<add key="Password" type="x">hunter2zz\nhunter2zz</add>'),
    ("name before its value", "<key>password</key>\n<string>\nfirst\nhunter2zz\n</string>"),
    ("name before its value, with a prefix", "<p:name>db.password</p:name>\n<p:value>\n\nhunter2zz\n</p:value>"),
    ("tf default", 'variable "db_password" {\n  type = string\n  description = "x"\n  default = "hunter2zz"\n}'),
]


@pytest.mark.parametrize("text", [text for _, text in PLANTED], ids=[name for name, _ in PLANTED])
def test_no_planted_secret_is_shown(text: str) -> None:
    quoted = Quotable(text, "patient")
    shown = "\n".join(part for n in range(1, text.count("\n") + 2) for part in (quoted.line(n), quoted.beside(n)))
    assert not [one for one in ("hunter2", "aHVudGVy", "YWRtaW4", "4765", "bPxRfiCY") if one in shown], shown


READABLE = """\
resource "aws_kms_key" "records" {
  deletion_window_in_days = 7
  enable_key_rotation = false
  policy = data.aws_iam_policy_document.records.json
}
USER root
ingress {
  from_port = 22
  cidr_blocks = ["0.0.0.0/0"]
}
const key = process.env.KEY
"""


def test_what_is_no_secret_can_be_read() -> None:
    lines = READABLE.splitlines()
    assert [Quotable(READABLE).line(number) for number in range(1, len(lines) + 1)] == [one.strip() for one in lines]


STILL_READABLE = [
    ("after a list", "passwords:\n- alice1\n# What the doors are.\ncolour: blue\ndoors: 4\nport: 80", 4),
    ("after brackets", 'tokens = [\n"a",\n]\ncolour = "blue"\n\nsize = "large"', 4),
    ("after a block in code", 'if (token) {\nf();\n} else {\nlog("none");\nlog("more");\n}', 4),
    ("apostrophe", "# don't show the token, it's John's\n\n\ncolour: 'blue'\nit's", 4),
    ("lifetime", "struct Token<'a> {\n    x: &'a str,\n}\nlet a: &'static str = b;", 4),
    ("shift", "x = key << BITS;\n\n\na = BITS\nb = c", 4),
    ("a path", "$key = 'C:\\keys\\'\n\n\ncolour = 'blue'", 4),
    ("quotation marks of an expression", "a: token['\"]x\n\n\ncolour: 'blue'", 4),
    (
        "continued command",
        "RUN apt-key add x && \\\n  apt-get update && \\\n  apt-get install -y curl && \\\n  rm -rf /var",
        4,
    ),
    ("code fence", "```token\na\nb\nc = `d`\n```", 4),
    ("placeholder", "call <token>\n\n\nsee the guide", 4),
    ("component", "<TokenProvider>\n  <App />\n\n  hello\n</TokenProvider>", 4),
    ("key of a match", "  - key: zone\n    operator: In\n    kind: x\n    place: y\n    size: z", 4),
    ("after a docstring", '"""It.\n\n    key: Which one.\n"""\na = 1\nb = 2\nc = ""\nd = """x"""', 5),
    ("references", "secret_arns = [\n  a.b.arn,\n  c.d.arn,\n  e.f.arn,\n]", 4),
    ("after a block that stands too far out", "password: |\nabc\ncolour: blue\n\nsize: large\n...\nword", 3),
    ("after a block of a heredoc", "cat <<X\npassword: |\n  a\nX\n\nmake all\nmake some", 6),
    ("after an explicit key", "? password\n: a\n? colour\n: blue", 3),
    ("after an item of it", "- ? password\n  : a\n- colour: blue", 3),
    ("condition", "const a = b\n  ? token.value\n  : other.thing\nconst c = d", 2),
    ("a type without a name", "Map<String,\n    ? extends Token> a,\n    int b", 3),
    (
        "a tag of a secret that is closed",
        '<add key="Password"\n  kind="x" />\n\n<b>\nword\n</b>\n<add>\nword\n</add>',
        4,
    ),
    ("comment that lists", '# the keys [of\n# old\n\ncolour = ["blue"]\nsize = "large"', 4),
]


@pytest.mark.parametrize(("text", "first"), [one[1:] for one in STILL_READABLE], ids=[one[0] for one in STILL_READABLE])
def test_what_follows_a_secret_can_be_read(text: str, first: int) -> None:
    lines = text.split("\n")[first - 1 :]
    assert [Quotable(text).line(first + number) for number in range(len(lines))] == [one.strip() for one in lines]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{' ' * depth}key{depth}:\n" for depth in range(800)) + "\n" * 60_000,
        "tokens = [\n" * 30_000,
        "key: 'a\n" * 30_000,
        "# token <<EOF x\n" * 30_000,
        "token: " + "<token " * 50_000,
        "token: " + ":!" * 100_000,
        "token: " + "'\"`" * 50_000,
        "key \\\n" * 30_000,
        "<token>\n" * 30_000,
        "token = (\n" + "[(" * 50_000,
        "token: |\n" * 30_000,
        "token: |\n" + "word\n" * 60_000,
        "? token\n" * 30_000,
        '<a key="token"\n' * 10_000,
        '<a key="token">' * 10_000,
        "<key>token</key>\n" * 20_000,
        "<" + 'a key="token"' * 10_000,
    ],
)
def test_what_belongs_to_a_secret_is_found_in_time(text: str) -> None:
    before = time.process_time()
    Quotable(text)
    assert time.process_time() - before < 1
