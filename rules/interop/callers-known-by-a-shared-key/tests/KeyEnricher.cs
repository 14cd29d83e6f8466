public class KeyEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory factory)
    {
        // For the log only.
        if (_context.Request.Headers.TryGetValue("ApiKey", out var key))
        {
            logEvent.AddPropertyIfAbsent(factory.CreateProperty("Caller", NameOf(key)));
        }
    }
}
