using Azure.Core;

namespace Clinic.Core.Referrals
{
    public class ReferralSender
    {
        private readonly TokenCredential credential;

        public ReferralSender(TokenCredential credential) { this.credential = credential; }
    }
}
