public class Parser
{
    public bool IsHeader(string segment)
    {
        // review: hl7-version-2-made-by-hand
        return segment.StartsWith("MSH|");
    }
}
