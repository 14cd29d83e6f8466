<?php
// ruleid: predictable-random-for-a-secret
$password = substr(str_shuffle($letters), 0, 12);
