[StaffAccessFilter]
public class WardsController : Controller
{
    public IActionResult All() => Ok();
}
