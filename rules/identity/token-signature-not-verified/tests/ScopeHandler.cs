using System.IdentityModel.Tokens.Jwt;

// A policy is asked when the caller's token was checked.
public class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        // ok: token-signature-not-verified
        var token = new JwtSecurityTokenHandler().ReadJwtToken(_accessor.Token);
        if (token.Claims.Any(claim => claim.Value == requirement.Scope)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
