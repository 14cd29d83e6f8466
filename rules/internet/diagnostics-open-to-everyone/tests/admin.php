<?php
require 'session.php';
demand_administrator();
// ok: diagnostics-open-to-everyone
phpinfo();
