#!/bin/sh
# review: privileges-given-by-command
docker run -d \
  --name agent \
  --privileged \
  --net host agent:1.2
