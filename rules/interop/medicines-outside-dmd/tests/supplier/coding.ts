export const SYSTEM = "https://psi.hl7.org.uk/multilex/action";
