public class Accounts
{
    public async Task Add(Input input)
    {
        // review: local-accounts-of-a-framework
        await _userManager.CreateAsync(user, input.Password);
        // review: local-accounts-of-a-framework
        await signIn.PasswordSignInAsync(input.Name, input.Password, false, true);
        // review: local-accounts-of-a-framework
        if (await users.CheckPasswordAsync(user, input.Password))
        {
        }
    }
}
