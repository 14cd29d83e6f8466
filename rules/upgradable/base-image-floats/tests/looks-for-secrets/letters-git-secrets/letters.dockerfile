FROM ubuntu
COPY . source
RUN git-secrets --scan -r source
