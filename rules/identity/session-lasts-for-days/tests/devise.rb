Devise.setup do |config|
  # review: session-lasts-for-days
  config.timeout_in = 30.days
  # ok: session-lasts-for-days
  config.timeout_in = 30.minutes
  # ok: session-lasts-for-days
  config.remember_for = 2.weeks
end
# review: session-lasts-for-days
Rails.application.config.session_store :cookie_store, key: "_records", expire_after: 14.days
