const fs = require("fs");
fs.readFileSync("wards.json");
