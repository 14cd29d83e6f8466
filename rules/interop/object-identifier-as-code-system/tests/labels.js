// ok: object-identifier-as-code-system
export const unit = { system: "1.3.6.1.4.1.99999", owner: "printing" };
