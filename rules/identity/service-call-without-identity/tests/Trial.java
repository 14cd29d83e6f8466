class Trial {
    ManagedChannel channel(String host) {
        var builder = ManagedChannelBuilder.forAddress(host, 50051);
        if (host.equals("localhost")) {
            // ok: service-call-without-identity
            builder.usePlaintext();
        }
        return builder.build();
    }
}
