using Azure.Messaging.ServiceBus;

namespace Clinic.Core.Messages
{
    public class ServiceBusOutbox
    {
        private readonly ServiceBusSender sender;

        public ServiceBusOutbox(ServiceBusSender sender) { this.sender = sender; }
    }
}
