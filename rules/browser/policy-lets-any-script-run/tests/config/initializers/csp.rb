Rails.application.config.content_security_policy do |policy|
  # policy.script_src :self, :unsafe_inline
  # ruleid: policy-lets-any-script-run
  policy.script_src :self, :https, :unsafe_inline
  # ok: policy-lets-any-script-run
  policy.style_src :self, :unsafe_inline
end
