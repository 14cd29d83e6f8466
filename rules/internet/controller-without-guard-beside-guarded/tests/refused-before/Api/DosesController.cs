[ApiController]
[Route("doses")]
public class DosesController : ControllerBase
{
    [HttpGet]
    public IActionResult All() => Ok();
}
