function scan() {
  // ruleid: plug-in-called-from-script
  var twain = new ActiveXObject("CareLedger.Scanner");
  twain.Acquire();
}

function request() {
  if (window.XMLHttpRequest) {
    return new XMLHttpRequest();
  }
  // ok: plug-in-called-from-script
  return new ActiveXObject("Microsoft.XMLHTTP");
}
