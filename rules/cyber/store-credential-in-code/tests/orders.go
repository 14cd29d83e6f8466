package orders

import (
	"database/sql"
	"fmt"
	"os"
)

func open(host string) (*sql.DB, string) {
	// ruleid: store-credential-in-code
	broker := fmt.Sprintf("amqp://guest:guest@%s:5672/", host)
	db, _ := sql.Open("mysql", os.Getenv("ORDERS_DSN"))
	return db, broker
}
