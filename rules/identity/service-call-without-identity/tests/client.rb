# review: service-call-without-identity
stub = Records::Stub.new("records:50051", :this_channel_is_insecure)
# ok: service-call-without-identity
stub = Records::Stub.new("records:50051", GRPC::Core::ChannelCredentials.new(root))
