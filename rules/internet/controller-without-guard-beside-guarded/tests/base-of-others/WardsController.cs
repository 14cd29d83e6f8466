[Authorize]
public class WardsController : BaseApiController
{
    [HttpGet]
    public IActionResult List() => Ok();
}
