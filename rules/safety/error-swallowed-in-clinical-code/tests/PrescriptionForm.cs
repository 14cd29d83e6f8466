public class PrescriptionForm
{
    public void Save()
    {
        try { Store(); }
        // review: error-swallowed-in-clinical-code
        catch
        {
        }

        // ok: error-swallowed-in-clinical-code
        //catch {
        //}
        try { Print(); }
        // ok: error-swallowed-in-clinical-code
        catch (PrinterException error)
        {
            ShowFailure(error);
        }
    }
}
