Rails.application.config.content_security_policy do |policy|
  if Rails.env.development?
    policy.script_src :self, :https, :unsafe_eval, :unsafe_inline
  else
    # ruleid: policy-lets-any-script-run
    policy.script_src :self, :https, :unsafe_inline
  end
  unless Rails.env.production?
    policy.script_src :self, :unsafe_inline
  end
  policy.script_src :self, :unsafe_inline if Rails.env.development?
  if Rails.env.production?
    # ruleid: policy-lets-any-script-run
    policy.script_src :self, :unsafe_inline
  end
end
