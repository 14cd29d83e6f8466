package accounts

func all() {
	// ruleid: predictable-random-for-a-secret
	otp := rand.Intn(999999)
	wait := rand.Intn(10)
	// ok: predictable-random-for-a-secret
	code, _ := rand.Int(rand.Reader, limit)
}
