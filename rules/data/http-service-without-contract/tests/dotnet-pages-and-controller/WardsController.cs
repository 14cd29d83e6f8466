[Route("wards/all")]
public class WardsController : ControllerBase
{
    [HttpGet]
    public IActionResult All() => Ok(wards);
}
