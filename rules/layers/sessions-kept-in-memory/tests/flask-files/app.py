app.config["SESSION_TYPE"] = "filesystem"
