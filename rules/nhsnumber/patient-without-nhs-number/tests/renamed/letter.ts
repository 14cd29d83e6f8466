import type { components } from "./schema";

export type Patient = components["schemas"]["Person"];

export class Letter {
  lastName: string = "";
  dateOfBirth: string = "";
}
