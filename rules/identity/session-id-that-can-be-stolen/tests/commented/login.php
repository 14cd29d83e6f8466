<?php
// session_regenerate_id(true);
session_regenerate_id(true);
