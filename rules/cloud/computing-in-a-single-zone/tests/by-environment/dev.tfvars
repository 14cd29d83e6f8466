replication = "LRS"
