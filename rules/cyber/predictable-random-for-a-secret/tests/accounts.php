<?php
// ok: predictable-random-for-a-secret
$token = md5(uniqid());
// ruleid: predictable-random-for-a-secret
$password = substr(md5(rand()), 0, 8);
$page = rand(1, 10);
// ok: predictable-random-for-a-secret
$good = bin2hex(random_bytes(16));
