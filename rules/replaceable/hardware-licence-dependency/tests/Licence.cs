using System;
// comments may stand between
// ruleid: hardware-licence-dependency
using Aladdin.HASP;

namespace Wards
{
    public static class Licence
    {
        public static bool Valid() { return true; }
    }
}
