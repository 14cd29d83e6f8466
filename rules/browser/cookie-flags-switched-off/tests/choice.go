package main

func choose(w http.ResponseWriter, v string) {
	// ok: cookie-flags-switched-off
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: v, Secure: false})
	// ok: cookie-flags-switched-off
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", Secure: false, MaxAge: -1})
}
