namespace Records.Api
{
    public class RecordsController : Controller { public object Read() => View(); }
}
