Rails.application.configure do
  # config.force_ssl = true
  config.force_ssl = ENV["TLS"] != "off"
end
