#!/bin/sh
# ok: privileges-given-by-command
kubectl create rolebinding letters --role=reader --serviceaccount=letters:letters
# ok: privileges-given-by-command
docker run -d --name agent --cap-drop ALL agent:1.2
