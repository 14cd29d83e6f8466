# review: policy-only-reported
CSP_REPORT_ONLY = True
