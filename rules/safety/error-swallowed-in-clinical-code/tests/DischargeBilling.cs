public class DischargeBilling
{
    // ok: error-swallowed-in-clinical-code
    public void Send() { try { tax.Send(); } catch (Exception error) { } }
}
