class RecordAuditTrail {
    void read(String user, String role, String patient) {
        entries.add(new Entry(user, role, patient));
    }
}
