<?php
return [
    // ruleid: cookie-flags-switched-off
    'secure' => env('SESSION_SECURE_COOKIE', false),
    // ok: cookie-flags-switched-off
    'http_only' => true,
];
