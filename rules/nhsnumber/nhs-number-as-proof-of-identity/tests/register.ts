export async function register(patient: Patient) {
  // review: nhs-number-as-proof-of-identity
  await users.create({ name: patient.email, password: patient.nhsNumber });
  // ok: nhs-number-as-proof-of-identity
  await users.create({ name: patient.email, nhsNumber: patient.nhsNumber });
}
