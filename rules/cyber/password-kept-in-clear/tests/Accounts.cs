public class Accounts
{
    // ruleid: password-kept-in-clear
    private const string Find = "SELECT * FROM Users WHERE UserName = @name AND Password = @password";
}
