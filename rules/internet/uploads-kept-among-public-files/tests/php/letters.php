<?php
// review: uploads-kept-among-public-files
move_uploaded_file($_FILES['letter']['tmp_name'], public_path('letters') . '/' . $name);
// ok: uploads-kept-among-public-files
move_uploaded_file($_FILES['letter']['tmp_name'], storage_path('letters') . '/' . $name);
