#!/bin/sh
# oc adm policy add-scc-to-user privileged -z default
# ok: privileges-given-by-command
oc adm policy add-scc-to-user restricted-v2 -z wards
# ok: privileges-given-by-command
kubectl create clusterrolebinding me --clusterrole=cluster-admin --user="$(gcloud config get-value account)"
# ok: privileges-given-by-command
docker run --rm --privileged multiarch/qemu-user-static --reset -p yes
