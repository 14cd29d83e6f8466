"""No secret survives, in whatever text it stands. Secrets are drawn at run time: none is written down here."""

from __future__ import annotations

import json
import string
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scanner.evaluation.redaction import LIMIT, clean, redact, redact_path

UPPER = string.ascii_uppercase + string.digits
WORD = string.ascii_letters + string.digits


def chars(alphabet: str, low: int, high: int | None = None) -> st.SearchStrategy[str]:
    return st.text(alphabet, min_size=low, max_size=high or low)


prose = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
values = chars(WORD + "!#%/+_-.", 4, 40).filter(lambda value: value.strip(".-/") and any(c.isdigit() for c in value))
phrases = chars(WORD + " !#%/+,;_-", 6, 40).filter(
    lambda value: len(value.strip()) > 5 and any(c.isdigit() for c in value)
)
SETTINGS = [
    "password={}",
    "DB_PASSWORD: {}",
    "db.passwd = {}",
    "PGPWD={}",
    "spring.datasource.password={}",
    "client_secret => {}",
    "aws_secret_access_key = {}",
    "api-key: {}",
    "APIKEY={}",
    "access_token={}",
    "https://x.example/?token={}&page=2",
    "Server=db;User Id=sa;Password={};Encrypt=true",
    "mysql --password {} --host db",
    "<password>{}</password>",
    "Authorization: Bearer {}",
    "postgres://app:{}@db.internal:5432/x",
    "amqp://guest:{}@mq",
    "name: DB_PASSWORD value: {}",
    "name = MY_SECRET, value = {}",
    "DefaultEndpointsProtocol=https;AccountName=x;AccountKey={};EndpointSuffix=core.windows.net",
]


@given(prose, st.sampled_from(SETTINGS), values, prose)
def test_no_value_of_a_secret_setting_survives(before: str, form: str, value: str, after: str) -> None:
    secret = f"z9{value}"
    masked = redact(f"{before} {form.format(secret)} {after.replace(secret, '')}")
    assert secret not in masked


@given(phrases, st.sampled_from(['"', "'"]), st.sampled_from(["password = {}", '"secret": {}', "passphrase: {},"]))
def test_no_quoted_value_survives_with_its_blanks(phrase: str, quote: str, form: str) -> None:
    secret = f"z9{phrase}z9"
    assert clean(secret) not in redact(form.format(quote + secret + quote) + " and more")


@given(st.dictionaries(st.sampled_from(["user", "password", "client_secret", "api_key"]), values, min_size=1))
def test_no_secret_survives_in_json_nor_in_json_within_json(config: dict[str, str]) -> None:
    secret = {name: f"{name}9{value}" for name, value in config.items()}
    for text in (json.dumps(secret), json.dumps(secret, indent=2), json.dumps(json.dumps(secret))):
        masked = redact(text)
        assert not any(value in masked for name, value in secret.items() if name != "user")


@given(
    prose,
    st.one_of(
        chars(UPPER, 16).map(lambda text: "AKIA" + text),
        chars(UPPER, 16).map(lambda text: "ASIA" + text),
        chars(WORD, 36).map(lambda text: "ghp_" + text),
        chars(WORD + "_", 40).map(lambda text: "github_pat_" + text),
        chars(WORD + "-", 24).map(lambda text: "xoxb-1" + text),
        chars(WORD, 24).map(lambda text: "sk_live_" + text),
        st.tuples(st.sampled_from(["pat", "rt", "dt", "cbt", "soat", "agent"]), chars(WORD + "-_", 20)).map(
            lambda parts: f"gl{parts[0]}-{parts[1]}"
        ),
        st.tuples(chars(WORD, 12), chars(WORD, 30), chars(WORD + "-_", 20)).map(lambda parts: "eyJ" + ".".join(parts)),
    ),
    prose,
)
def test_no_key_or_token_survives_wherever_it_stands(before: str, secret: str, after: str) -> None:
    assert secret not in redact(before + secret + after)
    assert secret not in redact_path(f"{before}/{secret}/{after}")


@given(chars(string.ascii_lowercase, 1, 6), chars(WORD, 20, 40).filter(lambda text: not text.isalpha()))
def test_no_token_survives_that_looks_like_one_of_gitlab(kind: str, body: str) -> None:
    assert body not in redact_path(f"cache/gl{kind}-{body}/config")


@pytest.mark.parametrize(
    "path",
    [
        "Terraform-Single-Region-Azure-BaseLab-v2/modules/main.tf",
        "docs/glossary-of-clinical-terms-and-codes/index.md",
        "global-protect-gateway-2019-11/single_region_with_two_zones.tf",
        "glasgow-ehr2-deployment-of-wards/values.yaml",
        "infra/single-tenant-environment-for-the-north-west.tf",
    ],
)
def test_words_that_are_joined_stay_in_a_path(path: str) -> None:
    assert redact_path(path) == path
    assert redact(f"{path}:3 opens the door") == f"{path}:3 opens the door"


drawn_keys = st.lists(st.sampled_from(WORD), min_size=20, max_size=40, unique=True).map("".join)


@given(drawn_keys.filter(lambda text: any(map(str.isdigit, text[:-4]))))
def test_a_folder_of_keys_keeps_its_names_and_loses_its_keys(drawn: str) -> None:
    path = "docs/Key Vault/Terraform-Single-Region-Azure-BaseLab-v2/main.tf"
    assert redact_path(path) == path
    assert drawn not in redact_path(f"docs/storage key {drawn}/main.tf")
    assert drawn not in redact_path(f"docs/storage key of-today/x_{drawn}")


@given(
    prose, chars(WORD + "+/\n", 40, 400), st.sampled_from(["RSA ", "EC ", "OPENSSH ", "ENCRYPTED ", ""]), st.booleans()
)
def test_no_private_key_survives_whole_or_cut(before: str, body: str, kind: str, cut: bool) -> None:
    end = "" if cut else f"\n-----END {kind}PRIVATE KEY-----"
    masked = redact(f"{before}\n-----BEGIN {kind}PRIVATE KEY-----\nMII{body}{end}")
    assert f"BEGIN {kind}PRIVATE KEY" not in masked
    assert clean(f"MII{body}") not in masked


@given(prose, chars(WORD + "-", 20, 400), st.sampled_from(["d", "D", "p", "q", "dp", "dq", "qi", "k"]), st.booleans())
def test_no_private_part_of_a_web_key_survives_whole_or_cut(before: str, body: str, part: str, cut: bool) -> None:
    end = "" if cut else '","e":"AQAB","kty":"RSA"}'
    assert f'"{body}' not in redact(f'{before} {{"alg":"RS256","{part}": "{body}{end}')


def test_the_public_parts_of_a_web_key_stay() -> None:
    assert redact('{"kty":"RSA","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZptN9"}').count("***") == 0


@given(
    chars(WORD + "+/", 32, 60).filter(
        lambda text: max(map(text.count, text)) < 4 and any(c.isdigit() for c in text[1:])
    )
)
def test_no_long_drawn_value_survives_after_a_word_for_a_key(value: str) -> None:
    secret = f"a1{value}"
    for form in ("signing cert: {}", "the key {}", "x-auth={}", "SessionCookie={}", "salt: '{}'"):
        assert secret not in redact(form.format(secret))


def nhs_number(digits: str) -> str | None:
    check = (11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits)) % 11) % 11
    return None if check == 10 else f"{digits}{check}"


numbers = chars(string.digits, 9).map(nhs_number).filter(bool).map(str)


@given(
    numbers,
    st.sampled_from(["{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}"]),
    prose.filter(lambda t: not t[-1:].isnumeric()),
)
def test_no_nhs_number_survives_near_its_words(number: str, form: str, before: str) -> None:
    written = form.format(number[:3], number[3:6], number[6:])
    for text in (f"{before} patient {written}.", f"nhsNumber={written}", f"NHS no: {written}"):
        masked = redact(text)
        assert written not in masked
        assert masked.rstrip(".").endswith(f"***{number[-3:]}")
    assert written not in redact(f"value {written}", context="the NHS number stands in the code")
    assert written not in redact_path(f"fixtures/patient-{written}.json")


def test_ten_digits_that_are_no_nhs_number_stay() -> None:
    assert redact("patients call 0113 397 0000 or 1234567890") == "patients call 0113 397 0000 or 1234567890"
    assert redact("order 9434765919 was sent") == "order 9434765919 was sent"
    assert redact("patient 94347659190 has eleven digits") == "patient 94347659190 has eleven digits"


@given(st.text(max_size=400), st.text(max_size=30))
@example("password=password=x password: 'a\\", "patient")
@example("a" * 5000, "")
@example('secret="' * 600, "")
def test_redacting_again_changes_nothing(text: str, context: str) -> None:
    once = redact(text, context=context)
    assert redact(once, context=context) == once
    path = redact_path(text, context=context)
    assert redact_path(path, context=context) == path
    assert len(once) <= LIMIT


@given(
    st.text(st.characters(), max_size=200) | st.text("\x1b[]m;0123\x07\x00\x9b\u202e\u200b\ud800 ab\n\t\r", max_size=80)
)
def test_no_control_character_survives(text: str) -> None:
    once = clean(text)
    assert once.isprintable() or all(c.isprintable() or not c.isascii() for c in once)
    assert not set(once) & set("\n\r\t\x1b\x00\x07\x9b\u202e\u200b")
    once.encode("utf-8")
    assert clean(once) == once


@pytest.mark.parametrize("before", ["\x1b[", "\x9b ", "\x1b]", "\x1b"])
def test_no_terminal_sequence_hides_the_name_of_a_secret(before: str) -> None:
    assert "hunter2" not in redact(f"{before}password=hunter2")


def test_terminal_sequences_go_whole() -> None:
    assert clean("a\x1b[31;1mred\x1b[0m b\x1b]0;title\x07c\x1b]8;;http://x\x1b\\d") == "ared bcd"


def test_an_unfinished_terminal_sequence_hides_nothing_that_follows() -> None:
    assert clean("\x1bPthe bucket is open") == "the bucket is open"
    assert clean("\x1b]0;the bucket is open") == "0;the bucket is open"


@pytest.mark.parametrize(
    "text",
    [
        "aws_s3_bucket.logs has no server-side encryption with a key of its own (aws:kms)",
        "password = var.db_password",
        "token: ${{ secrets.GITHUB_TOKEN }}",
        "kms_key_id = arn:aws:kms:eu-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
        "container web runs nginx@sha256:4c0fdaa8b6341bfdeca5f18f7837462c80cff90527ee35ef185571e1c327beac",
        "secretKeyRef: {name: db, key: url}",
        "minimum_password_length = 14",
        "0.0.0.0/0 and ::/0 may reach port 5432",
        "the service uses bearer authentication",
        "https://example.org:8080/users/a@b",
        "the secret database-password is mounted",
        "password: ***",
        "a password is hashed at auth/forgot_password.py:25",
        "first at src/Token.cs:120, then elsewhere",
    ],
)
def test_facts_stay_readable(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    "text",
    ["a" * 3_000_000, "password=" * 60_000, "://:" * 60_000 + "@", "-----BEGIN PRIVATE KEY-----" * 9_000,
     "eyJaaaa." * 60_000, "key " * 100_000, "--token-" * 60_000, '"' * 500_000, "\x1b]" * 200_000, "secret" * 50_000],
    ids=lambda text: text[:8].encode("unicode_escape").decode(),
)  # fmt: skip
def test_very_long_text_is_cut_and_costs_little(text: str) -> None:
    start = time.process_time()
    assert len(redact(text)) <= LIMIT
    assert time.process_time() - start < 2


def test_a_secret_at_the_cut_does_not_survive_in_part() -> None:
    secret = "AKIA" + "Q7" * 8
    for padding in range(LIMIT - 30, LIMIT + 5):
        assert "Q7Q7Q7" not in redact("x" * padding + " " + secret)


@pytest.mark.parametrize(
    "line",
    [
        'if (userName.Text == "admin" && password.Text == "Hunter2!x")',
        'password.equals("Hunter2!x")',
        "password.getText() === 'Hunter2!x'",
        'password.EqualsIgnoreCase("Hunter2!x")',
        'if password != "Hunter2!x":',
    ],
)
def test_what_a_password_is_compared_with_is_a_password(line: str) -> None:
    assert "Hunter2" not in redact(line)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("password: |\nhunter2 two\nname: x", "password: *** name: x"),
        ("password: >\n  hunter2 two", "password: ***"),
        ("password: |-2 hunter2 two", "password: ***"),
        ("? password\n: |\n  hunter2 two", "? password : ***"),
        ("password: > 5", "password: > 5"),
        ('<add key="Password" kind="x">\nhunter2 two</add>', '<add key="Password" kind="x"> ***</add>'),
        ("<key>token</key>\n<string>hunter2 two</string>", "<key>token</key> <string>***</string>"),
    ],
)
def test_no_text_of_several_lines_is_shown(text: str, shown: str) -> None:
    assert redact(text) == redact(shown) == shown


@pytest.mark.parametrize(
    "place", ["deploy/external-secret.yaml:36: tls=false", "config/token.json:7", "src/password.py:120, in a comment"]
)
def test_line_of_a_file_with_a_telling_name_stays(place: str) -> None:
    assert redact(place) == place


@pytest.mark.parametrize(
    "form", ["external-secret.yaml:36: password={}", "secret.yaml:{}", "password.text:{}", "secret:{}"]
)
def test_what_stands_behind_a_place_does_not_survive(form: str) -> None:
    assert "4711abc" not in redact(form.format("4711abc"))


@pytest.mark.parametrize("text", ["secret:1234", "password.text:1234", 'secret.yaml:"1234"', "pin token: 123456"])
def test_numbers_that_are_no_lines_do_not_survive(text: str) -> None:
    assert "1234" not in redact(text)
