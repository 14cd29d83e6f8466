public class Load
{
    public void Run(Patient patient)
    {
        // review: patient-details-written-to-log
        Console.WriteLine($"Loaded {patient.NhsNumber}");
        // ok: patient-details-written-to-log
        Console.WriteLine($"Loaded {patient.Id}");
    }
}
