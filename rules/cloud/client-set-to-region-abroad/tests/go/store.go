package store

var opt = config.WithRegion("us-west-2")
