public class BedFunctions
{
    // [HttpTrigger(AuthorizationLevel.Anonymous, "get")] was meant for the trial
    [Function("BedById")]
    public IActionResult One([HttpTrigger(AuthorizationLevel.Function, "get", Route = "beds/{id}")] HttpRequest request, Guid id)
        => new OkObjectResult(_beds.Find(id));
}
