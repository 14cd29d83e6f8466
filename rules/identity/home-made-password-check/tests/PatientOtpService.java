class PatientOtpService {
    // ok: home-made-password-check
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
}
