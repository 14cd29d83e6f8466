# review: policy-only-reported
Talisman(app, content_security_policy=policy, content_security_policy_report_only=True)
