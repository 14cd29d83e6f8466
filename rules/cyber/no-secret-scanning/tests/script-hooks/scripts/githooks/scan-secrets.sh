#!/bin/sh
gitleaks detect
