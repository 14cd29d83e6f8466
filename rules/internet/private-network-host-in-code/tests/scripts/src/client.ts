export const PAS = "https://pas.trust.internal/api";
export const API = "https://api.service.nhs.uk";
