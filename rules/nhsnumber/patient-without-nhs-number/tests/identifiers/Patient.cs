public class Patient
{
    public string Surname { get; set; }
    public List<Identifier> Identifiers { get; set; }
}
