using ward.common.Models;

namespace ward.common.Extensions;

public static class Names
{
    public static string Of(Bed bed) => bed.Name;
}
