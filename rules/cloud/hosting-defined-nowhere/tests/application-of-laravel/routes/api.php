<?php

use Illuminate\Support\Facades\Route;
use Wards\Http\Controllers\BedController;

Route::get('/beds', [BedController::class, 'index']);
