export interface PatientCount {
  surname: string;
}
