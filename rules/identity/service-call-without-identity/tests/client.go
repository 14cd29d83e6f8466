package records

func dial() {
	// review: service-call-without-identity
	conn, err := grpc.NewClient("records:50051", grpc.WithTransportCredentials(insecure.NewCredentials()))
	// ok: service-call-without-identity
	conn, err = grpc.NewClient("records:50051", grpc.WithTransportCredentials(credentials.NewTLS(config)))
}
