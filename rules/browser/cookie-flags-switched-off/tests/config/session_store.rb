# ruleid: cookie-flags-switched-off
Rails.application.config.session_store :cookie_store, key: "_ward", secure: false
# ok: cookie-flags-switched-off
Rails.application.config.session_store :cookie_store, key: "_ward", secure: true
# ruleid: cookie-flags-switched-off
cookies.signed[:ward] = { value: id, secure: false }
