package main

import "net/http"

func main() {
	http.HandleFunc("/wards", all)
	http.ListenAndServe(":80", nil)
}
