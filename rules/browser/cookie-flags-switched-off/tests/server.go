package main

import "net/http"

func set(w http.ResponseWriter, id string) {
	// ruleid: cookie-flags-switched-off
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: false})
	// ok: cookie-flags-switched-off
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true, HttpOnly: true})
	// ruleid: cookie-flags-switched-off
	store.Options = &sessions.Options{Path: "/", Secure: false}
}
