#!/bin/sh
# python manage.py migrate is done here and not by hand
python manage.py migrate --no-input
exec gunicorn wards.wsgi
