// review: organisations-outside-ods
export const OWN = "http://supplier.example/sid/site-id";
// ok: organisations-outside-ods
export const LOOKUP = "https://int.api.service.nhs.uk/organisation-data-terminology-api/fhir";
