<?php
// ok: store-credential-in-code
$link = mysqli_connect("localhost", "records", "sunflower", "wards");
// ok: store-credential-in-code
$pdo = new PDO(getenv('DSN'), getenv('DB_USER'), getenv('DB_PASSWORD'));
