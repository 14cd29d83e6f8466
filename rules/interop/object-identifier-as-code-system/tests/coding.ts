import type { Coding } from 'fhir/r4';

// ruleid: object-identifier-as-code-system
export const sex: Coding = { system: '2.16.840.1.113883.5.1', code: 'F' };

// ok: object-identifier-as-code-system
export const gender: Coding = { system: 'urn:oid:2.16.840.1.113883.5.1', code: 'F' };

// ok: object-identifier-as-code-system
export const address = { system: '10.0.0.1', port: 80 };
