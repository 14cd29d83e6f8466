const { app, BrowserWindow } = require("electron");

app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL("http://localhost:4200"));
