config.force_ssl = true
