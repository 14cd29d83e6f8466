<?php

// Where a server for development keeps its tools on Windows; elsewhere the system's own are used.
$programs = stristr(PHP_OS, 'WIN') ? 'C:/xampp/mysql/bin' : '/usr/bin';
$shell = 'C:\\cygwin64\\bin\\bash.exe';
