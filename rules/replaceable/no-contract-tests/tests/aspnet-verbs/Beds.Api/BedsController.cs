using Microsoft.AspNetCore.Mvc;

public class BedsController : Controller
{
    [HttpPut]
    [Route(Routes.Bed)]
    public IActionResult Put(string id) => Ok();
}
