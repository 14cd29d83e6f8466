[AllowAnonymous]
public class LeafletsController : Controller
{
    public IActionResult All() => View();
}
