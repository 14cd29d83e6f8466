#!/bin/sh
sed -i "1i # MIT" "$1"
