<?php
return [

    'path' => '/',

    /*
     * Browsers send the cookie over TLS only.
     */

    'secure' => env('SESSION_SECURE_COOKIE', false),

];
