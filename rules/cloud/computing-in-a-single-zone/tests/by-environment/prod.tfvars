replication = "ZRS"
