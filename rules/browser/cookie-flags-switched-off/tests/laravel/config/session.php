<?php
return [
    // ruleid: cookie-flags-switched-off
    'http_only' => false,
];
