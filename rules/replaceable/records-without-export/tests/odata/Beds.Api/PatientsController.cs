using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Query;

[ApiController]
[Route("patients")]
public class PatientsController : ControllerBase
{
    [HttpGet]
    [EnableQuery(PageSize = 50)]
    public IActionResult All() => Ok(patients.All());
}
