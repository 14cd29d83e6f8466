[Authorize(Policy = "RecordsManager")]
public class RecordsController : ControllerBase { }
