package health

import "crypto/tls"

func up() {
	// ok: certificate-check-switched-off
	settings := &tls.Config{InsecureSkipVerify: true}
	ask(settings, "https://localhost:8443/health")
}
