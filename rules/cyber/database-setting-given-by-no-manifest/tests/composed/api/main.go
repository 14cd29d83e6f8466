package main

import "os"

func store() string {
	host := os.Getenv("WARDS_HOST")
	return os.Getenv("DB_USER") + ":" + os.Getenv("DB_PASS") + "@" + host
}
