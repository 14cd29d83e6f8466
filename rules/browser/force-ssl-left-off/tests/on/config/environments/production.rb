Rails.application.configure do
  # config.force_ssl = true breaks the health check
  config.force_ssl = true
end
