class PatientMerge {
    void apply(String from, String to) {
        records.move(from, to);
    }
}
