[RestrictToLocalhostActionFilter]
public class LettersPdfController : Controller
{
    public IActionResult Index() => View();
}
