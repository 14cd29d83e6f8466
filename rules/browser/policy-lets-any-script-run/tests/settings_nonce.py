# ok: policy-lets-any-script-run
CSP_SCRIPT_SRC = ("'self'", "'unsafe-inline'")
CSP_INCLUDE_NONCE_IN = ["script-src"]
