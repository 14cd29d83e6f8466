notify_url = "https://api.service.nhs.uk/comms/v1/messages"
