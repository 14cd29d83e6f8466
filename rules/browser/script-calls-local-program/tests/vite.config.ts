const socket = new WebSocket("ws://localhost:5173");
