namespace Example.Hub;

public record Letter
{
    public required string NhsNumber { get; init; }
}
