class Verifier {
    // review: token-audience-not-checked
    JwtConsumer any = new JwtConsumerBuilder().setSkipDefaultAudienceValidation().build();
    // ok: token-audience-not-checked
    JwtConsumer ours = new JwtConsumerBuilder().setExpectedAudience("records").build();
    // ok: token-audience-not-checked
    // new JwtConsumerBuilder().setSkipDefaultAudienceValidation()
}
