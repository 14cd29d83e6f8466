export function found(patient: Patient) {
  // review: patient-details-written-to-log
  console.log(`found ${patient.dateOfBirth}`);
  // ok: patient-details-written-to-log
  console.log(`found ${patient.id}`);
  // console.log(`found ${patient.dateOfBirth}`);
  // ok: patient-details-written-to-log
  console.log(`user ${user.firstName} signed in`);
}
