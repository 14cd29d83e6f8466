MNS = "https://api.service.nhs.uk/multicast-notification-service/subscriptions"
