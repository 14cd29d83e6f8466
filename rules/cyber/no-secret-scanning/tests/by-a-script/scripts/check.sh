#!/bin/sh
docker run --rm -v "$PWD:/repo" zricethezav/gitleaks:v8 detect --source /repo
