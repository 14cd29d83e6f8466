notify_url = "https://am.nhsint.auth-ptl.cis2.spineservices.nhs.uk:443/openam/oauth2"
