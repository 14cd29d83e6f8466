<?php
// ruleid: broken-or-weak-cipher
$old = openssl_encrypt($text, 'AES-128-ECB', $key);
$fine = openssl_encrypt($text, 'aes-256-cbc', $key, 0, random_bytes(16));
