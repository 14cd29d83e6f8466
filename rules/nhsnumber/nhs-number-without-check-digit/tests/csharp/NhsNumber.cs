public static class NhsNumber
{
    public static bool IsValid(string nhsNumber) =>
        nhsNumber.Length == 10 && Enumerable.Range(0, 10).Sum(i => (nhsNumber[i] - '0') * (10 - i)) % 11 == 0;
}
