public class HelpController : Controller
{
    public ActionResult Index() => View();
}
