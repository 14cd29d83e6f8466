package send

import "net/http"

func Send() {
	// ok: code-calls-in-clear-text
	http.Get("http://169.254.169.254/latest/meta-data")
	// ruleid: code-calls-in-clear-text
	http.NewRequest("POST", "http://results.supplier.co.uk/in", nil)
}
