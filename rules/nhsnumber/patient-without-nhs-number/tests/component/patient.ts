export class PatientModel {
  open = false;
}
