using System.IdentityModel.Tokens.Jwt;

// Shows the name of the person who is signed in, and decides nothing.
public class Profile
{
    public string Name(string idToken)
    {
        // ok: token-signature-not-verified
        return new JwtSecurityTokenHandler().ReadJwtToken(idToken).Subject;
    }

    public string Made(SigningCredentials keys)
    {
        // ok: token-signature-not-verified
        var token = new JwtSecurityToken(issuer: "letters", signingCredentials: keys);
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}
