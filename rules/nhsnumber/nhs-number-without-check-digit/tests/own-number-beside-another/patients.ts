export function own(nhsNumber: string, claims: Claims) {
  return /^\d{10}$/.test(nhsNumber)
    && nhsNumber === claims.nhsNumber;
}

export function anybody(nhsNumber: string) {
  return /^\d{10}$/.test(nhsNumber);
}
