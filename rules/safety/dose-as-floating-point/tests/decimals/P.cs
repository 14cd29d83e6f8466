public class P
{
    public decimal Dose { get; set; }
}
