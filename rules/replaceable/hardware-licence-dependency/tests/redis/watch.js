const { Sentinel } = require('ioredis-sentinel');
const azure = require('@azure/arm-securityinsight');
