package letters

func all() {
	// ruleid: broken-or-weak-cipher
	block, _ := des.NewTripleDESCipher(key)
	// ruleid: broken-or-weak-cipher
	short, _ := rsa.GenerateKey(rand.Reader, 1024)
	long, _ := rsa.GenerateKey(rand.Reader, 3072)
	// ok: broken-or-weak-cipher
	aead, _ := cipher.NewGCM(aes)
}
