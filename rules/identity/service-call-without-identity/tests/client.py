import grpc

# review: service-call-without-identity
channel = grpc.insecure_channel("records:50051")
# review: service-call-without-identity
channel = grpc.aio.insecure_channel(os.environ["RECORDS"])
# On the developer's own machine, and over a socket.
# ok: service-call-without-identity
channel = grpc.insecure_channel("localhost:50051")
# ok: service-call-without-identity
channel = grpc.insecure_channel("unix:/run/records.sock")
# What sends telemetry.
# ok: service-call-without-identity
exporter = Exporter(credentials=grpc.insecure_channel(OTLP_ADDRESS))
# ok: service-call-without-identity
channel = grpc.secure_channel("records:50051", grpc.ssl_channel_credentials())
# ok: service-call-without-identity
# channel = grpc.insecure_channel("records:50051")
