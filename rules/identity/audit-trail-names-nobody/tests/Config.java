class Config {
    // ruleid: audit-trail-names-nobody
    AuditorAware<String> auditor() { return () -> Optional.of("admin"); }
}
