public static class PatientMasking
{
    static readonly Regex NhsNumber = new(@"\d{10}");
}
