export function AuditLog() {
  return <LogRow user="clerk" address="192.168.1.100" action="LOGIN" />;
}
