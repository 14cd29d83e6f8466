[RequireHttps]
public class LettersController : Controller
{
    public IActionResult Index() => View();
}
