// resourceType: "AuditEvent"
const event = { resourceType: "AuditEvent" };
