# ruleid: every-origin-allowed-in-code
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True, allow_methods=["*"])
# ruleid: every-origin-allowed-in-code
app.add_middleware(CORSMiddleware, allow_credentials=True, allow_origins=["*"])
# ruleid: every-origin-allowed-in-code
app.add_middleware(CORSMiddleware, allow_origin_regex=".*", allow_credentials=True)
# ok: every-origin-allowed-in-code
app.add_middleware(CORSMiddleware, allow_origins=["*"])
# ok: every-origin-allowed-in-code
app.add_middleware(CORSMiddleware, allow_origins=["https://clinic.example.org"], allow_credentials=True)
# ruleid: every-origin-allowed-in-code
CORS(app, supports_credentials=True)
# ruleid: every-origin-allowed-in-code
CORS(app, origins="*", supports_credentials=True)
# ruleid: every-origin-allowed-in-code
CORS(app, supports_credentials=True, origins="*")
# ok: every-origin-allowed-in-code
CORS(app, origins=["https://clinic.example.org"], supports_credentials=True)
