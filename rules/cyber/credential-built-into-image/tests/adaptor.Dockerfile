FROM node:24-alpine AS build
RUN npm ci

FROM node:24-alpine
# review: credential-built-into-image
ENV NHS_ENVIRONMENT=local \
  RECORDS_AUTHORIZATION_KEYS="letters-key-1"
# ok: credential-built-into-image
ENV RECORDS_AUTHORIZATION_KEYS="$GIVEN_KEYS"
CMD ["node", "server.js"]
