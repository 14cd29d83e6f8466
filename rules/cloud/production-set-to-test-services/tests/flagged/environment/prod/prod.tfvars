notify_url = "https://int.api.service.nhs.uk/comms/v1/messages"
