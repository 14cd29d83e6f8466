public class TokenReader
{
    public ClaimsPrincipal Read(string token) => _handler.ValidateToken(token, _parameters, out _);
}
