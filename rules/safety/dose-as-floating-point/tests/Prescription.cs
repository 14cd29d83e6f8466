public class Prescription
{
    // review: dose-as-floating-point
    public double Dose { get; set; }
    // ok: dose-as-floating-point
    public decimal MaxDailyDose { get; set; }
    // ok: dose-as-floating-point
    public double RoomTemperature { get; set; }
    // ok: dose-as-floating-point
    public int DoseCount { get; set; }
}
