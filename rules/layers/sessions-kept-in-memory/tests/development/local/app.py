SESSION_TYPE = "filesystem"
