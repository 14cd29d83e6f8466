using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

[ApiController]
[Authorize]
[Route("patients")]
public class PatientsController : ControllerBase
{
    [HttpGet("{id}")]
    public IActionResult One(string id) => Ok();

    [HttpGet("{id}/letters")]
    [AllowAnonymous]
    public IActionResult Letters(string id) => Ok();
}
