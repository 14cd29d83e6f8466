using Azure.Core;
using Azure.Identity;

namespace Clinic.Core.Referrals
{
    public class ReferralSender
    {
        private readonly TokenCredential credential;

        public ReferralSender(TokenCredential credential) { this.credential = credential; }
    }
}
