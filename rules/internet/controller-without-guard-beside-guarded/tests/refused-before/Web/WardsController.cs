[Authorize(Roles = "Nurse")]
public class WardsController : Controller { }
