#!/bin/sh
exec mysqldump wards drugs > drugs.sql
