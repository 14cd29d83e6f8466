if settings.debug:
    # ok: every-origin-allowed-in-code
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)

if settings.DEBUG:
    # ok: every-origin-allowed-in-code
    CORS(app, supports_credentials=True)

if DEBUG:
    # ok: every-origin-allowed-in-code
    CORS(app, supports_credentials=True)

if settings.environment == "local":
    # ok: every-origin-allowed-in-code
    CORS(app, supports_credentials=True)

if settings.environment == "development":
    # ok: every-origin-allowed-in-code
    CORS(app, supports_credentials=True)

if settings.environment == "dev":
    # ok: every-origin-allowed-in-code
    CORS(app, supports_credentials=True)

if settings.share:
    # ruleid: every-origin-allowed-in-code
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
