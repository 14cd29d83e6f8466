from django.utils.csp import CSP

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": (
        CSP.SELF,
        "'unsafe-inline'",
    ),
    "style-src": (CSP.SELF, CSP.UNSAFE_INLINE),
}
SECURE_CSP_REPORT_ONLY = {
    "script-src": (CSP.SELF, CSP.NONCE, CSP.UNSAFE_INLINE),
    "script-src-elem": (CSP.SELF,),
    "img-src": (CSP.SELF, "'unsafe-inline'"),
}
