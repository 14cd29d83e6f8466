public class BedFunctions
{
    [Function("BedById")]
    public async Task<IActionResult> One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "beds/{id}")] HttpRequest request, Guid id)
    {
        var caller = await _tokens.ValidateAsync(request.Headers["Authorization"]);
        return caller is null ? new UnauthorizedResult() : new OkObjectResult(await _beds.Find(id));
    }
}
