public class Import
{
    public Patient Read(Row row)
    {
        // ruleid: short-nhs-number-filled-up
        var number = row.NhsNumber.Trim().PadLeft(10, '0');
        // ok: short-nhs-number-filled-up
        var local = row.HospitalNumber.PadLeft(10, '0');
        // ok: short-nhs-number-filled-up
        var shown = row.NhsNumber.PadLeft(14, ' ');
        return new Patient(number, local);
    }
}
