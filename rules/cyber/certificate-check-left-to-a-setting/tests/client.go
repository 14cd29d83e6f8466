package client

func open(settings Settings) *tls.Config {
	config := &tls.Config{}
	if settings.SkipTLSVerify {
		// review: certificate-check-left-to-a-setting
		config.InsecureSkipVerify = true
	}
	return config
}
