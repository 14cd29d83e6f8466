public class Reminders
{
    // ok: credential-written-in-code
    private const string TokenName = "ReminderServiceV2Name";
    // ok: credential-written-in-code
    private const string ResetToken = "PatientResetToken2024";

    public void Send()
    {
        // values["token"] = "7pQmZr2LxWn8TgKd4HsB";
        // review: credential-written-in-code
        values["token"] = "7pQmZr2LxWn8TgKd4HsB";
        // ok: credential-written-in-code
        values["token"] = settings["Reminders:Token"];
    }
}
