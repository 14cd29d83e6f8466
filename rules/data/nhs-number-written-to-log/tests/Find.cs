public class Find
{
    public void Run(string nhsNumber)
    {
        // ruleid: nhs-number-written-to-log
        _logger.LogInformation("Searching {NhsNumber}", nhsNumber);
        // ruleid: nhs-number-written-to-log
        logger.LogError($"no patient {nhsNumber}");
        // ok: nhs-number-written-to-log
        _logger.LogInformation("Searching");
        // ok: nhs-number-written-to-log
        _logger.LogError("Participant with NHS Number {@NhsNumber} not found.", new { NhsNumber = nhsNumber });
        // ok: nhs-number-written-to-log
        _logger.LogError(
            "Participant with NHS Number {@NhsNumber} not found.", new { NhsNumber = nhsNumber });
    }
}

// ok: nhs-number-written-to-log
public class NhsNumberMaskingOperator
{
}
