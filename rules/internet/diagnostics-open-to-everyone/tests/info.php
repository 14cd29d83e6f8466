<?php
// What is installed here
// review: diagnostics-open-to-everyone
phpinfo();
