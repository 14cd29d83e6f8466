public class Plain
{
    public bool Opens(Patient patient, string password)
    {
        // ruleid: home-made-password-check
        if (!patient.Password.Equals(password)) return false;
        // ruleid: home-made-password-check
        return currentUser.Password == password;
    }

    public bool Typed(NewUser user, string confirmPassword)
    {
        // ok: home-made-password-check
        return user.Password == confirmPassword && user.Password != user.Name && this.password == password;
    }
}
