export class Patient {
  // ruleid: nhs-number-as-key
  @PrimaryColumn({ length: 10 })
  nhsNumber: string;
}
