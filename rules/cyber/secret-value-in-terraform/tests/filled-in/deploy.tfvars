smtp_token = "$(tf_smtp_token)"
login      = "letters-#{login}#"
written    = "Winter$2019!"
