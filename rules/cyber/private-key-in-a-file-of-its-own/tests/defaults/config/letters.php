<?php

return [
    'sender' => env('LETTERS_SENDER', 'clinic-letters'),
    'signing_key' => env('LETTERS_SIGNING_KEY', "-----BEGIN EC PRIVATE KEY-----\nInventedForLettersOpensNothing+SignsNothing/ThisIsNoKey0Invented\nForLettersOpensNothing+SignsNothing/ThisIsNoKey0InventedForLet==\n-----END EC PRIVATE KEY-----"),
];
