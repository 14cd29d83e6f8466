Rails.application.config.content_security_policy do |policy|
end
