class Client {
    // review: service-call-without-identity
    ManagedChannel channel = ManagedChannelBuilder.forAddress(host, 50051).usePlaintext().build();
    // ok: service-call-without-identity
    ManagedChannel safe = ManagedChannelBuilder.forAddress(host, 50051).useTransportSecurity().build();
}
