package main

// ok: home-made-password-check
func getDBPassword(secretArn string) (string, error) {
	return read(secretArn)
}

// ok: home-made-password-check
func getWardPassword(secretArn string) (string, error) {
	return read(secretArn)
}

// ruleid: home-made-password-check
func checkWardPassword(password string, stored string) bool {
	return digest(password) == stored
}
