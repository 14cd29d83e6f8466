using Azure.Messaging.ServiceBus;

namespace Clinic.Core.Referrals
{
    public class ReferralService
    {
        private readonly ServiceBusSender sender;

        public ReferralService(ServiceBusSender sender) { this.sender = sender; }
    }
}
