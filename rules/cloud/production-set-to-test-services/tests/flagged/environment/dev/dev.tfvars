notify_url = "https://sandbox.api.service.nhs.uk/comms/v1/messages"
