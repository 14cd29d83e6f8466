import {
  type Patient,
  type Visit,
  Ward,
} from "wards-model";

export {
  type Patient
} from "wards-model";

export class Letter {
  lastName: string = "";
  dateOfBirth: string = "";
}
