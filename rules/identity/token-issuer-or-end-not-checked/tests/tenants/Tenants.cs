public static class Tenants
{
    public static TokenValidationParameters Of(IssuerValidator known) => new()
    {
        ValidateIssuer = false,
        IssuerValidator = known,
    };
}
