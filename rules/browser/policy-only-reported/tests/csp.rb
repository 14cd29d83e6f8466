# review: policy-only-reported
Rails.application.config.content_security_policy_report_only = true
# Rails.application.config.content_security_policy_report_only = true
