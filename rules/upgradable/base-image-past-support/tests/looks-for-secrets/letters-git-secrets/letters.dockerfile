FROM python:3.8
COPY . source
RUN git-secrets --scan -r source
