app.config["SESSION_TYPE"] = "redis"
