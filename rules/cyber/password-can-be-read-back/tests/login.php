<?php
// review: password-can-be-read-back
function decrypt_user_password($kept)
{
    return openssl_decrypt($kept, 'aes-256-gcm', KEY);
}
