// review: page-demands-one-browser
if (navigator.userAgent.indexOf("MSIE") < 0) {
  location.href = "/sorry";
}
// ok: page-demands-one-browser
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/worker.js");
}
