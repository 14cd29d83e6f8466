Rails.application.config.content_security_policy do |policy|
  # ok: policy-lets-any-script-run
  policy.script_src :self, :unsafe_inline
end
Rails.application.config.content_security_policy_nonce_generator = ->(request) { SecureRandom.base64(16) }
