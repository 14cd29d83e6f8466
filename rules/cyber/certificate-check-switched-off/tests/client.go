package client

import "crypto/tls"

func open() *tls.Config {
	// ruleid: certificate-check-switched-off
	return &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: true}
}

func safe() *tls.Config {
	// ok: certificate-check-switched-off
	return &tls.Config{MinVersion: tls.VersionTLS12}
}

func later(config *tls.Config) {
	// ruleid: certificate-check-switched-off
	config.InsecureSkipVerify = true
}

func own() *tls.Config {
	// It looks at the fingerprint itself.
	// ok: certificate-check-switched-off
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: pinned}
}

/*
fill is a function that is only meant to run on the dev build.
It loads letters for trying out.
*/
func fill() *tls.Config {
	// ok: certificate-check-switched-off
	return &tls.Config{InsecureSkipVerify: true}
}

// after is not only for letters of one ward. Whoever runs it in development sees the same.
func after() *tls.Config {
	// ruleid: certificate-check-switched-off
	return &tls.Config{InsecureSkipVerify: true}
}
