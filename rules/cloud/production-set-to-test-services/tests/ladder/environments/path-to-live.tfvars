notify_url = "https://int.api.service.nhs.uk/comms"
