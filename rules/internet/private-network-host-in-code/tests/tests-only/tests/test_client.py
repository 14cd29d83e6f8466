BASE = "http://10.12.40.7:8080/pas"
