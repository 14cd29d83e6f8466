#!/bin/sh
set -e
bandit -r /app
