package audit

import "github.com/gin-gonic/gin"

func Who(c *gin.Context) string {
	// review: user-taken-from-a-header
	return c.GetHeader("X-User-Name")
}

func Plain(w http.ResponseWriter, r *http.Request) {
	// review: user-taken-from-a-header
	save(r.Context(), r.Header.Get("X-User-Id"))
	trace(r.Header.Get("X-Request-Id"))
}
