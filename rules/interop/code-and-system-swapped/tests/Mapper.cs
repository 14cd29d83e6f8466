public class Mapper
{
    public Coding Map(CE source)
    {
        var coding = new Coding();
        // ruleid: code-and-system-swapped
        coding.Code = source.CodeSystem;
        // ok: code-and-system-swapped
        coding.System = Systems.UriOf(source.CodeSystem);
        // ok: code-and-system-swapped
        coding.Display = source.DisplayName;
        return coding;
    }
}
