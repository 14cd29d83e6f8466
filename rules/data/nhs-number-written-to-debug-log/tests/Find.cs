public class Find
{
    public void Run(string nhsNumber)
    {
        // ruleid: nhs-number-written-to-debug-log
        _logger.LogDebug("Searching {NhsNumber}", nhsNumber);
        // ruleid: nhs-number-written-to-debug-log
        logger.LogTrace($"no patient {nhsNumber}");
        // ruleid: nhs-number-written-to-debug-log
        Log.Verbose("Searching {NhsNumber}", nhsNumber);
        // ruleid: nhs-number-written-to-debug-log
        _logger.Log(LogLevel.Debug, "Searching {NhsNumber}", nhsNumber);
        // ok: nhs-number-written-to-debug-log
        _logger.LogDebug("Searching");
        // ok: nhs-number-written-to-debug-log
        _logger.LogInformation("Searching {NhsNumber}", nhsNumber);
    }
}

// ok: nhs-number-written-to-debug-log
public class NhsNumberMaskingOperator
{
}
