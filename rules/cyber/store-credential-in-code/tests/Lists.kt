package records

import java.sql.DriverManager

// ruleid: store-credential-in-code
val lists = DriverManager.getConnection(System.getenv("LISTS_URL"), "lists", "wait1ng").createStatement()
