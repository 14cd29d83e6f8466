<?php
// ruleid: store-credential-in-code
$link = mysqli_connect($host, "records", "sunflower", "wards");
// ok: store-credential-in-code
$blank = mysqli_connect($host, "records", "aaaaaaaa", "wards");
