function asker() {
  var asked = null;
  try {
    // ok: plug-in-called-from-script
    asked = new ActiveXObject("Msxml2.XMLHTTP");
  } catch (none) {
    try {
      // ok: plug-in-called-from-script
      asked = new ActiveXObject("Microsoft.XMLHTTP");
    } catch (neither) {
      asked = null;
    }
  }
  return asked || new XMLHttpRequest();
}
