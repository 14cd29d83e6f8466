"""Routes are read where a framework declares them with a literal path, and nowhere else."""

from __future__ import annotations

import pytest

from scanner.domain.route_paths import route_shape
from scanner.parsers.code.routes import MOST, routes_and_requests

JAVA = b"""
@RestController
@RequestMapping("/v1/referrals")
public class ReferralController {
    @GetMapping("/{id}")
    public Referral one() {}
    @PostMapping
    public Referral make() {}
}
"""
RAILS = b'  get "/x", to: "a#b"\n  resources :patients\n  resource :out, path: "left"'
NEST = b'@Controller("cats")\nexport class C {\n @Get(":id")\n one() {}\n}'
AZURE = b'HttpResponseData Run([HttpTrigger(AuthorizationLevel.Function, "get", Route = "bookings/{id}")] x)'
CSHARP = b"""
[Authorize]
[Route("api/[controller]")]
public class CatalogController : ControllerBase
{
    [HttpGet("items/{id:int}")]
    [HttpPost]
}
"""


@pytest.mark.parametrize(
    ("language", "path", "source", "expected"),
    [
        ("typescript", "a.ts", b'app.get("/a/:id", h)\nrouter.post(\n  `/c`, h)', ["get /a/{} 1", "post /c 2"]),
        (
            "typescript",
            "a.ts",
            b'@Controller("cats")\nexport class C {\n @Get(":id")\n one() {}\n}',
            ["get /cats/{} 3"],
        ),
        ("javascript", "a.js", b'// app.get("/old", h)\ncache.get("/x")\nmap.set("/y", 1)', []),
        ("java", "A.java", JAVA, ["get /v1/referrals/{} 5", "post /v1/referrals 7"]),
        ("csharp", "C.cs", CSHARP, ["get /api/catalog/items/{} 6", "post /api/catalog 7"]),
        ("csharp", "F.cs", AZURE, ["get /bookings/{} 1"]),
        ("csharp", "P.cs", b'app.MapGet("/health", () => "ok");', ["get /health 1"]),
        ("python", "a.py", b'@app.route("/x/<int:y>")\ndef f(): ...', [" /x/{} 1"]),
        ("python", "urls.py", b'urlpatterns = [path("wards/<str:n>/", v)]', [" /wards/{} 1"]),
        ("python", "files.py", b'x = path("wards/", v)', []),
        ("go", "m.go", b'mux.HandleFunc("GET /x/{id}", h)\nhttp.Get("https://x/y")', ["get /x/{} 1"]),
        ("ruby", "config/routes.rb", RAILS, ["get /x 1", " /patients 2", " /left 3"]),
        ("ruby", "lib/client.rb", b'  get "/x"', []),
        ("php", "r.php", b"Route::post('patients/{id}', X::class);", ["post /patients/{} 1"]),
    ],
)
def test_routes(language: str, path: str, source: bytes, expected: list[str]) -> None:
    found = routes_and_requests(source, language, path)["routes"]
    assert [f"{one['method']} {one['shape']} {one['line']}" for one in found] == expected


@pytest.mark.parametrize(
    ("language", "path", "source", "expected"),
    [
        ("python", "urls.py", b'path("api/", include(router.urls)),\npath("api/all/", All.as_view()),', [1]),
        ("python", "urls.py", b'path("admin/", admin.site.urls),\npath("urls/", urls_of_wards),', [1]),
        ("go", "m.go", b'mux.Handle("/api/", http.StripPrefix("/api", h))\nmux.Handle("/x", routerOf)', [1]),
        ("go", "m.go", b'mux.Handle("/api/", wardRouter)\nmux.Handle("/x", h)', [1]),
        ("kotlin", "A.kt", b'route("/wards") {\n  get("/all") {\n', [1]),
    ],
)
def test_a_path_below_which_others_are_put_says_so(
    language: str, path: str, source: bytes, expected: list[int]
) -> None:
    found = routes_and_requests(source, language, path)["routes"]
    assert sorted(one["line"] for one in found if one.get("includes")) == expected
    assert len(found) == 2


def test_requests_are_those_to_the_own_origin() -> None:
    source = b"""
const a = await fetch(`${base}/api/wards/${id}?full=1`);
axios.post<Ward>("/api/wards", body);
fetch("https://api.service.nhs.uk/x");
fetch(url);
"""
    found = routes_and_requests(source, "typescript", "a.ts")["requests"]
    assert [(one["method"], one["shape"], one["line"]) for one in found] == [
        ("", "/api/wards/{}", 2),
        ("post", "/api/wards", 3),
    ]


@pytest.mark.parametrize(
    "source",
    [b"", b"\xff\xfe\x00", b"@RequestMapping(" * 5000, b"[HttpTrigger(" * 20_000, b'app.get("/' + b"(" * 100_000],
)
def test_hostile_source_gives_no_routes(source: bytes) -> None:
    for language in ("java", "typescript", "csharp", "python", "go"):
        assert not any(one["shape"] for one in routes_and_requests(source, language, "x")["routes"])


def test_the_list_is_bounded() -> None:
    source = b"\n".join(b'app.get("/a%d", h)' % number for number in range(2 * MOST))
    assert len(routes_and_requests(source, "javascript", "a.js")["routes"]) == MOST


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("/Patients/{id}/", "/patients/{}"),
        ("https://x.nhs.uk/v1/a?b=c#d", "/v1/a"),
        ("patients/[id]", "/patients/{}"),
        ("/", ""),
        ("/files/*", "/files/{}"),
    ],
)
def test_shapes(written: str, shape: str) -> None:
    assert route_shape(written) == shape


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("javascript", b'app.get("/a", h)\napp[method](path, h)\nrouter.get(prefix + "/b", h)', [2, 3]),
        ("typescript", b"router.get(`${base}/b`, h)\ncache.get(key, h)\n// app.get(path, h)", [1]),
        ("javascript", b"app.get(env)\napi.get(url, options)\nrouter.all((request, response) => {}, 1)", []),
        ("python", b'@app.get(f"{BASE}/x")\n@app.get("/y")\n@app.route(PATH)\n', [1, 3]),
        ("java", b'@GetMapping(Paths.PATIENT)\n@GetMapping("/x")\n@RequestMapping(method = GET)', [1]),
        ("csharp", b'app.MapGet($"{root}/x", h);\napp.MapGet("/y", h);', [1]),
        ("go", b'mux.HandleFunc(path, h)\nmux.HandleFunc("/x", h)', [1]),
    ],
)
def test_routes_of_computed_paths_are_counted_and_not_guessed(
    language: str, source: bytes, expected: list[int]
) -> None:
    found = routes_and_requests(source, language, "a")["computed"]
    assert [one["line"] for one in found] == expected
