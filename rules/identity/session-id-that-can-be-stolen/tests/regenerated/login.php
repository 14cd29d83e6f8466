<?php
session_regenerate_id(true);
