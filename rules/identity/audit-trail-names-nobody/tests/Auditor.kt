class Auditor : AuditorAware<String> {
    // ruleid: audit-trail-names-nobody
    override fun getCurrentAuditor(): Optional<String> = Optional.of("user")
}
