using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("patients")]
public class PatientsController : ControllerBase
{
    [HttpGet("{id}")]
    public IActionResult One(string id) => Ok();
}
