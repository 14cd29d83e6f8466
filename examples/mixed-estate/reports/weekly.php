<?php

declare(strict_types=1);

require __DIR__ . '/vendor/autoload.php';

use GuzzleHttp\Client;

// Counts only: the report holds nothing about anybody.
$client = new Client([
    'base_uri' => getenv('API_BASE_URL'),
    'timeout' => 10,
    'headers' => ['Authorization' => 'Bearer ' . getenv('REPORT_TOKEN')],
]);

$counts = json_decode((string) $client->get('/reports/weekly')->getBody(), true, 8, JSON_THROW_ON_ERROR);

foreach ($counts as $ward => $count) {
    printf("%s\t%d\n", $ward, $count);
}
