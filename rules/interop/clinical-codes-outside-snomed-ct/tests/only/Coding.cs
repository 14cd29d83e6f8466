static class Coding
{
    public const string System = "http://snomed.info/sct";
}
