public static class Validation
{
    // ok: dummy-nhs-number
    private static readonly string NilReturnFileNhsNumber = "0000000000";
}
