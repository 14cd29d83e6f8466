<?php
return [
    // review: session-lasts-for-days
    'lifetime' => env('SESSION_LIFETIME', 43200),
    // ok: session-lasts-for-days
    'idle' => env('SESSION_LIFETIME', 120),
];
