class Named implements AuditorAware<String> {
    // ok: audit-trail-names-nobody
    public Optional<String> getCurrentAuditor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return Optional.of(signedIn.getName());
    }

    // A job without a user.
    // ok: audit-trail-names-nobody
    Optional<String> source() {
        return Optional.of("import");
    }
}

class Either implements AuditorAware<String> {
    // ok: audit-trail-names-nobody
    public Optional<String> getCurrentAuditor() {
        if (principal == null)
            return Optional.of("job");
        return Optional.of(principal.name());
    }
}
