#!/bin/sh
minikube start
# ok: privileges-given-by-command
kubectl create clusterrolebinding admin --clusterrole=cluster-admin --serviceaccount=kube-system:default
