const { Pool } = require("pg");
require("node-cron").schedule("0 6 * * *", send);
