import { DataElementCode } from "cqm-models";
import { toFhirCoding } from "./convert";

// The model of quality measures has object identifiers there.
// ok: object-identifier-as-code-system
export const SEX: DataElementCode = { code: "F", system: "2.16.840.1.113883.5.1", display: "Female" };

export const coding = toFhirCoding(SEX);
