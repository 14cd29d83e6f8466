[Authorize]
public class WardsController : ControllerBase
{
    [HttpGet]
    public IActionResult List() => Ok();
}
