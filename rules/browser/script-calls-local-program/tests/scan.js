// review: script-calls-local-program
$.getJSON("http://127.0.0.1:18622/scan", show);
// review: script-calls-local-program
qz.websocket.connect().then(print);
// ok: script-calls-local-program
$.getJSON("/scan", show);
// review: script-calls-local-program
window.location.href = "pacsviewer://study/" + uid;
// review: script-calls-local-program
window.location = `wardagent:start`;
// ok: script-calls-local-program
window.location.href = "mailto:desk@example.org";
// ok: script-calls-local-program
window.location = "/patients?sort=name:asc";
// review: script-calls-local-program
navigator.registerProtocolHandler("web+ward", "/open?id=%s");
// review: script-calls-local-program
const port = chrome.runtime.connectNative("org.example.card");
