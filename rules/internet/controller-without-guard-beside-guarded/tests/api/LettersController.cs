public class LettersController : ApiController
{
    public string Get(int id) { return "letter"; }
}
