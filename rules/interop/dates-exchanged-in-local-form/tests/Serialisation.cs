public static class Serialisation
{
    public static readonly JsonSerializerSettings Local = new()
    {
        // review: dates-exchanged-in-local-form
        DateFormatString = "dd/MM/yyyy HH:mm",
    };

    // ok: dates-exchanged-in-local-form
    public static readonly IsoDateTimeConverter Iso = new() { DateTimeFormat = "yyyy-MM-ddTHH:mm:ssK" };

    // ok: dates-exchanged-in-local-form
    public static string Shown(DateTime date) => date.ToString("dd/MM/yyyy");
}
