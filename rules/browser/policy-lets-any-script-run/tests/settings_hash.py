# ok: policy-lets-any-script-run
CSP_SCRIPT_SRC = ("'self'", "'unsafe-inline'", "'sha256-AAAA'")
