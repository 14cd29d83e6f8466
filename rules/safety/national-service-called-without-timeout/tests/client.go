package client

import "net/http"

func patient(spineURL string, client *http.Client) {
	// ruleid: national-service-called-without-timeout
	http.Get("https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/1")
	// ruleid: national-service-called-without-timeout
	http.Post("https://api.service.nhs.uk/mesh", "application/json", nil)
	// ruleid: national-service-called-without-timeout
	http.PostForm("https://api.service.nhs.uk/mesh", nil)
	// ok: national-service-called-without-timeout
	client.Get("https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/1")
	// ok: national-service-called-without-timeout
	http.Get("https://weather.example/today")
}
