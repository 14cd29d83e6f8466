#!/bin/sh
set -e
chown clinic /data
exec gosu clinic node /srv/clinic/server.js
