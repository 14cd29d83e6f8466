export interface Patient {
  id: string;
  givenName: string;
  dateOfBirth: string;
}
