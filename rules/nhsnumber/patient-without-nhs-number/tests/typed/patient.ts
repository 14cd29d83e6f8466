export type Patient = Person & {
  lastName: string;
  dateOfBirth: string;
};
