export const number = (idToken: Claims) => idToken.nhs_number;
