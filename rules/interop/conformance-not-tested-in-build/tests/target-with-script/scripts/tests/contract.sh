#!/bin/sh
schemathesis run openapi.yaml
