Rails.application.configure do
  # config.force_ssl = true
  config.force_ssl=false # the load balancer ends TLS
end
