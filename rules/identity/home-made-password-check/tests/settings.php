<?php
// ok: home-made-password-check
$settings['cache_key'] = hash('sha256', APP_FOLDER . DB_PASSWORD . php_uname());

// ruleid: home-made-password-check
$stored = hash('sha256', $salt . $password);
