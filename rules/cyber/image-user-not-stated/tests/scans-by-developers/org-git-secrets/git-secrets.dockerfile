FROM ubuntu:24.04
COPY . source
RUN git-secrets --scan -r .
