public class PatientsController : ControllerBase
{
    // ruleid: nhs-number-in-route
    [HttpGet("records/{nhsNumber}")]
    public Record One(string nhsNumber) => _store.Find(nhsNumber);

    // ok: nhs-number-in-route
    // [HttpGet("records/{nhsNumber}")]
}
