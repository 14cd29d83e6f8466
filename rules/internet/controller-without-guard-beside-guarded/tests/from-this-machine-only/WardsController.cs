[Authorize]
public class WardsController : Controller
{
    public IActionResult Index() => View();
}
