public class LabExportController : Controller
{
    public IActionResult Export(int patientId) => Ok();
}
