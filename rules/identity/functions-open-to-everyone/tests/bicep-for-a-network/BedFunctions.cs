using Microsoft.Azure.Functions.Worker;

public class BedFunctions
{
    [Function("BedById")]
    public async Task<IActionResult> One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "beds/{id}")] HttpRequest request, Guid id, CancellationToken cancellationToken)
        => new OkObjectResult(await _beds.Find(id, cancellationToken));
}
