package beds

import (
	"database/sql"
	"fmt"
)

func open(user, password, host string) (*sql.DB, error) {
	// ok: store-credential-in-code
	dsn := fmt.Sprintf("%s:%s@tcp(%s)/beds", user, password, host)
	return sql.Open("mysql", dsn)
}

func openFixed() (*sql.DB, error) {
	// ruleid: store-credential-in-code
	return sql.Open("mysql", "beds:n1ghtshift@tcp(records-db:3306)/beds")
}
