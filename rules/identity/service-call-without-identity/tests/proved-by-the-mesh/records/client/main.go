package main

func dial() {
	conn, err := grpc.NewClient("records:50051", grpc.WithTransportCredentials(insecure.NewCredentials()))
}
