public class Accounts
{
    // review: password-may-be-kept-in-clear
    private const string Find = "SELECT * FROM Users WHERE UserName = @name AND Password = @password";
}
