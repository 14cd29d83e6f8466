package main

import "net/http"

func main() {
	http.HandleFunc("/wards", func(w http.ResponseWriter, r *http.Request) {
		http.Get("https://directory.trust.example/wards")
	})
	http.ListenAndServe(":8080", nil)
}
