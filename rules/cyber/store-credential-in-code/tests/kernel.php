<?php
$c->setParameter('pdo_dsn', getenv('PDO_URL') ?: 'mysql:host=records;dbname=wards');
$c->setParameter('pdo_user', 'wards');
// ruleid: store-credential-in-code
$c->setParameter('pdo_password', 'sunflower');
// ok: store-credential-in-code
$c->setParameter('db_password', getenv('DB_PASSWORD'));
// ok: store-credential-in-code
$labels = ['db_password' => 'Password of the database'];
// ok: store-credential-in-code
$names = ['db_password' => 'wards.db_password'];
// ok: store-credential-in-code
$c->setParameter('db_password', 'changeme');
class Names
{
    // ok: store-credential-in-code
    public const string DATABASE_PASSWORD = 'DATABASE_PASSWORD';
}
