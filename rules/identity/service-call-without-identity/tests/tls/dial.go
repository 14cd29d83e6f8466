package records

var option = grpc.WithTransportCredentials(credentials.NewTLS(config))
