[Authorize]
public class LettersController : ControllerBase
{
    [HttpGet]
    public IActionResult Own()
    {
        // ok: user-taken-from-a-header
        var user = User.FindFirstValue(ClaimTypes.NameIdentifier);
        Request.Headers["X-User-Id"] = user;
        // var old = Request.Headers["X-User-Id"];
        return Ok(_letters.Of(user));
    }
}
