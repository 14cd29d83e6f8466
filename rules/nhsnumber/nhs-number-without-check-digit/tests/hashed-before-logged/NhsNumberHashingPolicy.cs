public class NhsNumberHashingPolicy : IDestructuringPolicy
{
    private const string NhsNumberPattern = @"\b\d{10}\b";
}
