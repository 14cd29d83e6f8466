#!/bin/sh
curl -d @message.json "https://default0123.uk.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0123/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=mHV1YMTEjXWW2r4SgIkOMVYRlI3wtIWKR80-uhdAUOnD"
