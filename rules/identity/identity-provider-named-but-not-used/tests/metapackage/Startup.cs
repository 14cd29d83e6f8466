using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;

public class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect();
}

[Route("patients")]
public class PatientsController : ControllerBase
{
    [HttpGet]
    public IActionResult All() => Ok();
}
