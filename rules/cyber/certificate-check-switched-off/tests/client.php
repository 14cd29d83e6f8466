<?php
// ruleid: certificate-check-switched-off
curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false);
// ruleid: certificate-check-switched-off
$client = new Client(['verify' => false]);
curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, true);
