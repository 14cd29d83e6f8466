public class BaseApiController : ControllerBase
{
    protected BaseApiController(ILogger logger) => Logger = logger;

    protected ILogger Logger { get; }
}
