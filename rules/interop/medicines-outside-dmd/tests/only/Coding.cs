static class Coding
{
    public const string System = "https://dmd.nhs.uk";
}
