# ok: strict-transport-too-short
config.force_ssl = true
