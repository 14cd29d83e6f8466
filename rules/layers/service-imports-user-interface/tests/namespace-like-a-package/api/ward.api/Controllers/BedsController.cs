using Microsoft.AspNetCore.Mvc;
using ward.api.Models;
using ward.beds.Models;

namespace ward.api.Controllers;

[ApiController]
[Route("beds")]
public class BedsController : ControllerBase
{
    [HttpGet]
    public Answer All() => new(new Bed("A1"));
}
