Rails.application.configure do
  config.log_level = :info
end
