public class RegistrationController : Controller
{
    public IActionResult Index() => View();
}
