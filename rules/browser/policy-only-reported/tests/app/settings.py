# review: policy-only-reported
SECURE_CSP_REPORT_ONLY = {
    "default-src": ["'self'"],
}
