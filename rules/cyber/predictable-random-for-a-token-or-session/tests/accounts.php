<?php
// review: predictable-random-for-a-token-or-session
$token = md5(uniqid());
// ok: predictable-random-for-a-token-or-session
$password = substr(md5(rand()), 0, 8);
$page = rand(1, 10);
// ok: predictable-random-for-a-token-or-session
$salt = bin2hex(random_bytes(16));
