export const en = {
  "employer.funding.local": "Local",
  "employer.funding-2024.local": "Local, since 2024",
};
