class Access {
    boolean may(Principal principal) {
        // review: rights-tied-to-a-persons-name
        return "jane.doe@example.nhs.uk".equals(principal.getName());
    }

    // ok: rights-tied-to-a-persons-name
    @PreAuthorize("hasRole('RECORDS_MANAGER')")
    void merge() {
        service.merge();
    }
}
