"""Which literals are addresses, and that no credential stays in one."""

import pytest

from scanner.parsers.code.endpoints import endpoint_in
from scanner.parsers.redaction import redact, redact_value


def endpoint(literal: str, before: str = "") -> str | None:
    return endpoint_in(literal.encode(), before.encode())


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        ('"http://trust.nhs.uk/x"', "http://trust.nhs.uk/x"),
        ("'ldap://dc01.trust.local'", "ldap://dc01.trust.local"),
        (r'"\\\\server\\share"', r"\\server\share"),
        (r'@"\\server\share\a"', r"\\server\share\a"),
        (r'r"\\server\share"', r"\\server\share"),
        (r'"C:\\Program Files\\Ehr"', r"C:\Program Files\Ehr"),
        ('"D:/data/export"', "D:/data/export"),
        ('"nww.trust.nhs.uk"', "nww.trust.nhs.uk"),
        ('"api.service.nhs.uk:443/path"', "api.service.nhs.uk:443/path"),
        ('"localhost:5432"', "localhost:5432"),
        ('"192.168.10.4"', "192.168.10.4"),
        ('"10.0.0.1:8080/api"', "10.0.0.1:8080/api"),
        ('"Server=db1;Database=ehr;Trusted_Connection=True;"', "Server=db1;Database=ehr;Trusted_Connection=True;"),
        ('"jdbc:sqlserver://db:1433"', "jdbc:sqlserver://db:1433"),
        ('f"https://{ host }/api"', "https://{ host }/api"),
        ("`amqp://queue`", "amqp://queue"),
    ],
)
def test_addresses(literal, value):
    assert endpoint(literal) == value


@pytest.mark.parametrize(
    "literal",
    [
        '"hello"', '"a.b.c"', '"Hello: world"', '"1.2.3"', '"999.1.1.1"', '"0.1.2.3"', '"System.Windows.Forms"',
        '"com.example.internal"', '"org.foo.bar.io"', '"file.txt"', '"a=b;c=d"', r'"s:\\s+"', '"x: y"',
        '"See the notes. Really"', '"settings.local"', '"application/fhir+json"', '"12:30"',
    ],
)  # fmt: skip
def test_what_is_no_address(literal):
    assert endpoint(literal) is None


def test_a_version_is_no_ip_address():
    assert endpoint('"24.1.2.3"', "[assembly: AssemblyVersion(") is None
    assert endpoint('"24.1.2.3"', "server = ") == "24.1.2.3"


@pytest.mark.parametrize(
    ("literal", "before", "value"),
    [
        ('"ward.base.local"', "String base = preferences().getProperty(", None),
        ('"ward.base.local"', "props.put(", None),
        ('"ward.base.local"', "  public static final String P_WARD_BASE_LOCAL = ", None),
        ('"dc01.trust.local"', "String DC01_TRUST_LOCAL = ", "dc01.trust.local"),
        ('"ward.trust.local"', "String WARD = ", None),
        ('"ward.trust.local"', "String WARD_HOST = ", "ward.trust.local"),
        ('"ward.trust.local"', "return __(", None),
        ('"ward-2.trust.local"', "return $this->trans(", None),
        ('"ward-2.trust.local"', "print(", "ward-2.trust.local"),
        ('"ward_types.trust.local"', "host = ", None),
        ('"ward.trust.local:104"', "return ", "ward.trust.local:104"),
        ('"ward.trust.local"', "client.connect(", "ward.trust.local"),
        ('"ward.trust.local"', 'settings.getProperty("host", ', "ward.trust.local"),
        ('"http://ward.trust.local"', "props.put(", "http://ward.trust.local"),
        ('"ward.nhs.uk"', "String WARD_NHS_UK = ", "ward.nhs.uk"),
    ],
)
def test_the_key_of_a_property_or_of_a_text_is_no_host(literal, before, value):
    assert endpoint(literal, before) == value


SECRET = "hunter2-Secret"


@pytest.mark.parametrize(
    "text",
    [
        f"https://user:{SECRET}@host.nhs.uk/x",
        f"postgres://user:a/{SECRET}@db:5432/x",
        f"mongodb://user:p@{SECRET}@db/x",
        f"https://{SECRET}@github.com/x",
        f"https://user:{SECRET}/x@host/y",
        f"Server=db;Uid=sa;Password={SECRET};Encrypt=true",
        f"Server=db;Uid=sa;Pwd='{SECRET};x';Encrypt=true",
        f"AccountEndpoint=https://x;AccountKey={SECRET}==;",
        f"Endpoint=sb://x;SharedAccessKey={SECRET}",
        f"https://host/x?api_key={SECRET}&a=b",
        f"https://host/x?sv=1&sig={SECRET}",
        f"jdbc:oracle:thin:scott/{SECRET}@db:1521:x",
        f"jdbc:mysql://db/x?user=a&password={SECRET}",
        f"https://hooks.slack.com/services/T0/B0/{SECRET}",
    ],
)
def test_credentials_are_hidden(text):
    hidden = redact(text)
    assert SECRET not in hidden
    assert "***" in hidden


@pytest.mark.parametrize(
    "text",
    [
        "https://host:8080/users/@me", "https://host/a?page=2&sort=name", "Server=db;Database=ehr;",
        "Password=${DB_PASSWORD}", "https://fhir.nhs.uk/Id/nhs-number", "tokens=3",
    ],
)  # fmt: skip
def test_what_is_no_secret_stays(text):
    assert redact(text) == text


def test_nhs_number_is_hidden():
    assert redact("https://x.nhs.uk/Patient/9434765919") == "https://x.nhs.uk/Patient/***"
    assert redact("call 943 476 5919 now") == "call *** now"
    assert redact("id 9434765918") == "id 9434765918"


def test_value_of_a_secret_setting_is_hidden():
    assert redact_value("DB_PASSWORD", "x1") == "***"
    assert redact_value("DB_PASSWORD", "$DB_PASSWORD") == "$DB_PASSWORD"
    assert redact_value("DB_PASSWORD", "") == ""
    assert redact_value("DB_HOST", "db") == "db"


def test_redaction_takes_linear_time():
    assert redact("1" * 200_000 + "=") == "1" * 200_000 + "="
