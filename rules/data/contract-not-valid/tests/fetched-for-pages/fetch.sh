#!/bin/sh
# The description is fetched from the running service, to be shown.
curl https://wards.example.nhs.uk/v3/api-docs > published/wards.json
