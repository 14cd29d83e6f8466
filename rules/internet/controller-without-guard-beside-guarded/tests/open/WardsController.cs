[Authorize(Roles = "Nurse")]
public class WardsController : ControllerBase { }
