// review: service-call-without-identity
const client = new Records("records:50051", grpc.credentials.createInsecure());
// ok: service-call-without-identity
const safe = new Records("records:50051", ChannelCredentials.createSsl(root, key, chain));
