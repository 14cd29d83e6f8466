package accounts

func kept(password string, body []byte) {
	// ruleid: broken-hash-for-passwords
	old := md5.Sum([]byte(password))
	tag := md5.Sum(body)
	// ok: broken-hash-for-passwords
	good, _ := bcrypt.GenerateFromPassword([]byte(password), 12)
}
