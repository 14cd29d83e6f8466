using System.IdentityModel.Tokens.Jwt;

// Of requests that this program sends.
public class RenewingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        // ok: token-signature-not-verified
        if (new JwtSecurityTokenHandler().ReadJwtToken(_own).ValidTo < DateTime.UtcNow)
        {
            _own = await _tokens.Renew(stop);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _own);
        return await base.SendAsync(request, stop);
    }
}
