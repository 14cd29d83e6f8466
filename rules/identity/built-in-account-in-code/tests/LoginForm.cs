public class LoginForm
{
    public void SignIn()
    {
        // ruleid: built-in-account-in-code
        if (userName.Text == "admin" && password.Text == "not-a-real-one")
        {
            OpenAll();
        }
        // ok: built-in-account-in-code
        if (userName.Text == "" && password.Text == "")
        {
            Remind();
        }
    }
}
