// ok: dummy-nhs-number
export const patient = (changes) => ({ nhsNumber: "0000000000", ...changes });
