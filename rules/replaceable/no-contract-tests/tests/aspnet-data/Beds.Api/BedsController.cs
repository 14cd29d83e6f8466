using Microsoft.AspNetCore.Mvc;

public class BedsController : ControllerBase
{
    [HttpGet("beds")]
    public IActionResult All() => Ok();
}
