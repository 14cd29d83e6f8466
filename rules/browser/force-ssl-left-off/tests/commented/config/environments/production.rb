Rails.application.configure do
  # Force all access over TLS.
  # config.force_ssl = true
end
