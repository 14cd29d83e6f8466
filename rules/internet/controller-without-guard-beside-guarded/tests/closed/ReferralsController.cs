namespace Records.Web
{
    [ApiController]
    [Route("referrals")]
    public class ReferralsController : ControllerBase
    {
        [HttpGet]
        public IActionResult All() => Ok();
    }
}
