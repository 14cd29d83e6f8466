public class GetBookings
{
    [Function("GetBookings")]
    public Task<IActionResult> Run(
        // ruleid: nhs-number-in-route
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bookings/{nhsNumber}")] HttpRequest request)
        => Respond(request);
}
