// The scanner page. Runs in Internet Explorer only, because of the TWAIN control.

var twain = null;

function start() {
  if (navigator.userAgent.indexOf("MSIE") < 0 && navigator.userAgent.indexOf("Trident") < 0) {
    alert("Please use Internet Explorer.");
    window.location = "about:blank";
    return;
  }
  twain = new ActiveXObject("CareLedger.Scanner");
}

function scan() {
  var files = new ActiveXObject("Scripting.FileSystemObject");
  var target = "\\\\CL-FILE01\\Documents\\" + document.all.nhsNumber.value + ".tif";
  twain.Acquire(target);
  if (files.FileExists(target)) {
    alert("Scanned.");
  }
}
