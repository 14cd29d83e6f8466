const http = require("http");
http.createServer();
