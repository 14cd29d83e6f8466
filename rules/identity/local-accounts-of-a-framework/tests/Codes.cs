// ok: local-accounts-of-a-framework
public class Accounts : IdentityDbContext<User>
{
    public async Task<SignInStatus> SignInWithOtpAsync(string number, string code)
    {
        await users.VerifyTwoFactorTokenAsync(number, "sms", code);
        // ok: local-accounts-of-a-framework
        await userManager.CreateAsync(user);
        return await signIn.SignInAsync(user, false, false);
    }
}
