#!/bin/sh
brew install gitleaks
echo "gitleaks detect finds keys"
