const app = require("express")();
