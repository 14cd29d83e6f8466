#!/bin/sh
exec pg_dump -Fc wards -f /copies/wards.dump
