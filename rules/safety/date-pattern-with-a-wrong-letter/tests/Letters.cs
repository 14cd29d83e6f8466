public class Letters
{
    // ruleid: date-pattern-with-a-wrong-letter
    public string Born(DateTime day) => day.ToString("yyyy-mm-dd");

    // ok: date-pattern-with-a-wrong-letter
    public string Died(DateTime day) => day.ToString("yyyy-MM-dd");

    // ruleid: date-pattern-with-a-wrong-letter
    public DateTime Read(string text) => DateTime.ParseExact(text, "dd/MM/yyyy hh:mm", CultureInfo.InvariantCulture);

    // ok: date-pattern-with-a-wrong-letter
    public string Given(DateTime time) => time.ToString("dd/MM/yyyy hh:mm tt");

    // ok: date-pattern-with-a-wrong-letter
    public DateTime Paid = day.Date;// day.ToString("dd/mm/yyyy"),

    // ok: date-pattern-with-a-wrong-letter
    public string Waited(TimeSpan time) => time.ToString(@"hh\:mm");
}
