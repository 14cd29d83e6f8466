class Application
  config.force_ssl = false
end
