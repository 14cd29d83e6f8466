using Microsoft.AspNetCore.Mvc;

[ApiController]
[Route("patients")]
public class PatientsController : ControllerBase
{
    [HttpGet("{id}")]
    public Patient One(string id)
    {
        _trail.AuditRead(User, id);
        return _store.Find(id);
    }
}
