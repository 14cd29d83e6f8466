using System.IdentityModel.Tokens.Jwt;

// Of requests that reach the Web API.
public class CallerHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        if (request.Headers.Authorization == null) return Refused;
        // ruleid: token-signature-not-verified
        var token = new JwtSecurityTokenHandler().ReadJwtToken(request.Headers.Authorization.Parameter);
        Thread.CurrentPrincipal = Principals.Of(token.Claims);
        return base.SendAsync(request, stop);
    }
}
