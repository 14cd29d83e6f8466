class Segment
{
    // ok: hl7-version-2-made-by-hand
    bool Header() => name == "MSH";
}
