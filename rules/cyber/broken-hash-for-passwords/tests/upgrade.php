<?php
function signIn($user, $password)
{
    if (strlen($user['password']) == 32) {
        // ok: broken-hash-for-passwords
        $valid = hash_equals($user['password'], md5($password));
    }
    if ($valid) {
        initialisePassword($user['id'], $password);
    }
    return $valid;
}

function more()
{
    return [
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
    ];
}

function store($user, $password)
{
    // ruleid: broken-hash-for-passwords
    return md5($password);
}

function hashedAsItWas($password, $salt)
{
    if (!$salt) {
        // ok: broken-hash-for-passwords
        return password_hash($password, PASSWORD_BCRYPT);
    }
    return md5($salt . $password);
}
