public class FilesController : ControllerBase
{
    private readonly IUserAuthenticationService users;

    [HttpGet("files/{id}")]
    public async Task<IActionResult> Get(Guid id)
    {
        var user = await users.AuthenticateUser(id, Request.Headers.Authorization);
        return user is null ? Unauthorized() : Ok();
    }
}
