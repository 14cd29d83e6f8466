[Authorize(AuthenticationSchemes = "Bearer")]
public class LettersController : ControllerBase
{
    [HttpGet("letters")]
    public IActionResult All() => Ok();
}
