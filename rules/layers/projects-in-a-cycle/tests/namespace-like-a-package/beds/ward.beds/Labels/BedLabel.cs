using ward.beds.Models;

namespace ward.beds.Labels;

public static class BedLabel
{
    public static string Of(Bed bed) => bed.Name;
}
