package main

func handler() {
	// ruleid: every-origin-allowed-in-code
	a := cors.New(cors.Options{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true})
	// ruleid: every-origin-allowed-in-code
	b := cors.New(cors.Config{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true})
	// ok: every-origin-allowed-in-code
	c := cors.New(cors.Options{AllowedOrigins: []string{"https://clinic.example.org"}, AllowCredentials: true})
}
