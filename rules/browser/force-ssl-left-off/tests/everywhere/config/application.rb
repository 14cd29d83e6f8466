module Portal
  class Application < Rails::Application
    config.force_ssl = true unless Rails.env.development?
  end
end
