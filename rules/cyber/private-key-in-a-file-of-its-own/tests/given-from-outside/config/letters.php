<?php

return [
    'sender' => env('LETTERS_SENDER', 'clinic-letters'),
    'signing_key' => env('LETTERS_SIGNING_KEY'),
];
