<?php
// ruleid: broken-hash-for-passwords
$old = md5($_POST['password']);
// ruleid: broken-hash-for-passwords
$older = hash('sha1', $password);
$tag = md5($body);
// ok: broken-hash-for-passwords
$good = password_hash($password, PASSWORD_ARGON2ID);
