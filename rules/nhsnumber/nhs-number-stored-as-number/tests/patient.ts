export interface Patient {
  // ruleid: nhs-number-stored-as-number
  nhsNumber: number;
  // ok: nhs-number-stored-as-number
  previousNhsNumber?: string;
}
