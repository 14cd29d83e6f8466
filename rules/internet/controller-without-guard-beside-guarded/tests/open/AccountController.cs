public class AccountController : Controller
{
    public IActionResult Login() => View();
}
