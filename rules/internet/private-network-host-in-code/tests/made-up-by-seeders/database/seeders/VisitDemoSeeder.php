<?php

Visit::create([
    'ip_address' => '10.4.0.45',
]);
