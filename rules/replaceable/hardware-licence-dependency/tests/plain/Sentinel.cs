using System;
using StackExchange.Redis.Sentinel;

namespace Wards
{
    public static class Watch { }
}
