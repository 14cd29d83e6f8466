#!/bin/sh
# review: licence-server-in-configuration
export HASP_SERVER=10.1.2.3
# HASP_SERVER is not needed for tests
