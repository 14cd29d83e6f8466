using Microsoft.AspNetCore.Mvc;

[ApiController]
public class BedsController : WardController
{
    [HttpGet("beds")]
    public IActionResult All() => Ok();
}
