# ruleid: policy-lets-any-script-run
CSP_SCRIPT_SRC = ("'self'", "'unsafe-inline'")
CSP = {"DIRECTIVES": {
    # ruleid: policy-lets-any-script-run
    "script-src": [SELF, UNSAFE_INLINE],
    # ok: policy-lets-any-script-run
    "script-src-elem": [SELF, UNSAFE_INLINE, NONCE],
}}
