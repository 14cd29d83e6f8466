const jwksClient = require('jwks-rsa');
