package keys

func Known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// review: callers-known-by-a-shared-key
		if !known[r.Header.Get("X-Api-Key")] {
			http.Error(w, "unknown", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
