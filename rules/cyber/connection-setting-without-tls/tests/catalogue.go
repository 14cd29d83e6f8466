package catalogue

import "cloud.google.com/go/alloydbconn"

// The connector beneath encrypts.
var dsn = "user=api dbname=letters sslmode=disable"
