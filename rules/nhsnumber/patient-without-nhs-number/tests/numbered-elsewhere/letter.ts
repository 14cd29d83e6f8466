import {
  type Patient,
  Ward,
} from "wards-model";

export const search = (nhsNumber: string) => new Ward(nhsNumber);
