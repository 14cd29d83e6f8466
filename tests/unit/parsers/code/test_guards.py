"""What asks who calls is read beside a route, on its class or for a file, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from scanner.parsers.code.guards import MOST
from scanner.parsers.code.routes import routes_and_requests

FASTAPI = b"""
router = APIRouter(prefix="/v1")

@router.get("/patients/{id}")
async def one(
    id: str,
    user: User = Depends(get_current_user),
) -> Patient:
    ...

@router.get("/patients")
async def every(token: str = "auth") -> list[Patient]:
    return verify_token(token)
"""
FASTAPI_ROUTER = b"""
router = APIRouter(
    prefix="/v1",
    dependencies=[Depends(check_token)],
)

@router.get("/patients")
def every(): ...
"""
FLASK = b"""
@app.route("/patients")
@login_required
def every():
    ...

@app.route("/wards")
def wards():
    return authorised()
"""
SPRING = b"""
@RestController
@PreAuthorize("hasRole('NURSE')")
public class PatientController {
    @GetMapping("/patients")
    public List<Patient> every() {}
    @PermitAll
    @GetMapping("/wards")
    public List<Ward> wards() {}
}
class Other {
    @GetMapping("/beds")
    public List<Bed> beds() {}
}
"""
CSHARP = b"""
[ApiController]
[Authorize]
[Route("api/patients")]
public class PatientController : ControllerBase
{
    [HttpGet("{id}")]
    public Patient One(string id) => x;

    [HttpGet("all")]
    [AllowAnonymous]
    public Patient All() => x;
}
"""
NEST = b"""
@Controller('patients')
@UseGuards(AuthGuard('jwt'))
export class PatientController {
  @Get(':id')
  one() {}
}
"""
EXPRESS = b"""
app.get("/before", list);
app.use(passport.initialize());
app.use("/auth", authRouter);
app.get("/patients", requireAuth, list);
app.get("/patients/:token", list);
app.use("/v1", verifyJwt);
app.get("/v1/wards", (request, response) => response.send(authorise(request)));
app.get("/v2/wards", list);
"""
FUNCTIONS = b"""
[RequiresPermission("x")]
HttpResponseData Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bookings/{id}")] x) {
}

HttpResponseData Other([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "other")] x) {
}
"""
MINIMAL = b"""
app.MapGet("/patients", () => {
    return authorised;
}).RequireAuthorization();
app.MapGet("/wards", () => authorised);
app.MapGet("/open", list).AllowAnonymous();
"""
GROUPED = b'var g = app.MapGroup("/v1")\n    .RequireAuthorization("nurse");\ng.MapGet("/patients", list);'
REFUSING = b"""
app.Use(async (context, next) => { await next(); if (context.Response.StatusCode == 401) Forget(context); });
app.Use(WithCorrelation);
app.UseMiddleware<TimingMiddleware>();
app.Use(async (context, next) =>
{
    if (context.Request.Headers["X-Ward-Key"] != key)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }
    await next();
});
app.UseMiddleware<ApiKeyMiddleware>();
app.MapGet("/wards", list);
"""
LONG = b"""
@RestController
class Roles(private val authService: Service) {
  @GetMapping("/open")
  fun open() = 1

  @PreAuthorize("hasRole('ROLES')")
  @Operation(
    summary = "Roles",
    responses = [ApiResponse(responseCode = "401", description = "Unauthorized")],
  )
  @GetMapping("/roles")
  fun roles(
    @Schema(description = "x")
    role: String,
  ): Role = found

  @GetMapping("/users")
  @ApiResponses(value = {
    @ApiResponse(responseCode = "200"),
  })
  @Secured("ADMIN")
  fun users() = authService.users()
}
"""
LARAVEL = b"""
Route::get('/patients', X::class)->middleware('auth:api');
Route::get('/wards', X::class);
"""


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("python", FASTAPI, ["handler", ""]),
        ("python", FASTAPI_ROUTER, ["file"]),
        ("python", FLASK, ["handler", ""]),
        ("java", SPRING, ["class", "anonymous", ""]),
        ("csharp", CSHARP, ["class", "anonymous"]),
        ("typescript", NEST, ["class"]),
        ("javascript", EXPRESS, ["", "handler", "", "file", ""]),
        ("csharp", FUNCTIONS, ["handler", ""]),
        ("kotlin", LONG, ["", "handler", "handler"]),
        ("csharp", MINIMAL, ["handler", "", "anonymous"]),
        ("csharp", GROUPED, ["file"]),
        ("php", LARAVEL, ["handler", ""]),
        ("go", b'r.Use(middleware.Logger)\nr.Get("/a", a)\nr.Use(authenticate)\nr.Get("/b", b)', ["", "file"]),
        ("go", b'r.With(requireUser).Get("/a", a)\nr.Get("/authors", b)', ["handler", ""]),
        ("javascript", b'app.get("/docs", authorController.list);\napp.get("/x", rateLimitAuth, h);', ["", ""]),
    ],
)
def test_guard_of_a_route(language: str, source: bytes, expected: list[str]) -> None:
    found = routes_and_requests(source, language, "a")["routes"]
    assert [one["guard"] for one in found] == expected


def test_the_name_of_a_view_is_no_guard() -> None:
    source = (
        b'urlpatterns = [path("a/", AuthorisedView.as_view()),\n path("b/", login_required(view)), path("c/", view)]'
    )
    found = routes_and_requests(source, "python", "urls.py")["routes"]
    assert [one["guard"] for one in found] == ["", "handler", ""]


def test_what_guards_several_routes_is_told_with_its_line() -> None:
    assert routes_and_requests(EXPRESS, "javascript", "a")["guards"] == [{"name": "app.use", "line": 7}]
    migration = b'dependencies = [\n    ("users", "0001_permissions"),\n    swappable(AUTH_USER),\n]'
    assert routes_and_requests(migration, "python", "a")["guards"] == []
    assert routes_and_requests(b"if (one is AuthorizeFilter) return;", "csharp", "a")["guards"] == []
    filters = b"options.Filters.Add(new AuthorizeFilter(policy));\noptions.FallbackPolicy = policy;"
    assert [one["line"] for one in routes_and_requests(filters, "csharp", "a")["guards"]] == [1, 2]
    assert routes_and_requests(b"// app.use(auth)\n", "javascript", "a")["guards"] == []


def test_a_setting_of_django_demands_sign_in_for_all() -> None:
    source = b"""
MIDDLEWARE = [
    # "stronghold.middleware.LoginRequiredMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
]
"""
    assert routes_and_requests(source, "python", "settings.py")["guards"] == [
        {"name": "LoginRequiredMiddleware", "line": 5}
    ]


def test_a_middleware_of_aspnet_guards_where_it_refuses() -> None:
    found = routes_and_requests(REFUSING, "csharp", "Program.cs")
    assert found["guards"] == [
        {"name": "app.Use", "line": 5},
        {"name": "app.UseMiddleware<ApiKeyMiddleware>", "line": 14},
    ]
    assert [one["guard"] for one in found["routes"]] == ["file"]


@pytest.mark.parametrize("language", ["java", "javascript", "python", "csharp", "go", "php", "ruby", "kotlin"])
@pytest.mark.parametrize(
    "source", [b"", b"\xff\xfe", b"@" * 100_000, b"@A\n" * 50_000, b"class " * 50_000, b"app.use(auth);\n" * 20_000]
)
def test_hostile_source(language: str, source: bytes) -> None:
    found = routes_and_requests(source, language, "x")
    assert found["routes"] == []
    assert len(found["guards"]) <= MOST
