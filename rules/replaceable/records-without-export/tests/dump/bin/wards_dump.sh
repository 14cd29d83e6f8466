#!/bin/sh
exec mysqldump wards > "/copies/wards-$(date +%F).sql"
