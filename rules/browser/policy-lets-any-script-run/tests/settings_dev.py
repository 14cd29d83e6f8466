CSP_SCRIPT_SRC = ("'self'", "'unsafe-inline'")
CSP = {"DIRECTIVES": {"script-src": [SELF, UNSAFE_INLINE]}}
POLICY = "script-src 'self' 'unsafe-inline'"
