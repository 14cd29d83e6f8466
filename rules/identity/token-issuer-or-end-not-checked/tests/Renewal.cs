public class Renewal
{
    public ClaimsPrincipal OfExpiredToken(string token)
    {
        var parameters = new TokenValidationParameters
        {
            IssuerSigningKey = _key,
            // ok: token-issuer-or-end-not-checked
            ValidateLifetime = false
        };
        return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
    }
}
