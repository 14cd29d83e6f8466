function request() {
  var names = ["MSXML2.XMLHTTP.6.0", "MSXML2.XMLHTTP.3.0", "Microsoft.XMLHTTP"];
  for (var i = 0; i < names.length; i++) {
    try {
      // ok: plug-in-called-from-script
      return new ActiveXObject(names[i]);
    } catch (e) { }
  }
  // ruleid: plug-in-called-from-script
  return new ActiveXObject("Ward.Requester");
}

// ok: plug-in-called-from-script
const old = "ActiveXObject" in window || typeof ActiveXObject !== "undefined";

function scan(driver) {
  // ruleid: plug-in-called-from-script
  return new ActiveXObject(driver);
}

function parser() {
  if (document.implementation && document.implementation.createDocument) {
    return document.implementation.createDocument("", "", null);
  }
  // ok: plug-in-called-from-script
  return new ActiveXObject("Microsoft.DomDocument");
}
