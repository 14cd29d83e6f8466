<?php
// ruleid: store-credential-in-code
$link = mysqli_connect($host, "records", "sunflower", "wards");
