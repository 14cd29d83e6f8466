#!/bin/sh
# review: privileges-given-by-command
kubectl create clusterrolebinding letters --clusterrole=cluster-admin --serviceaccount=letters:default
