<?php
// ruleid: date-pattern-with-a-wrong-letter
$taken = date('Y-m-d H:m:s');
// ruleid: date-pattern-with-a-wrong-letter
$given = $time->format('d/m/Y h:i');
// ok: date-pattern-with-a-wrong-letter
$shown = $time->format('d/m/Y h:i A');
// ok: date-pattern-with-a-wrong-letter
$clock = date('Y-m-d H:i:s');
