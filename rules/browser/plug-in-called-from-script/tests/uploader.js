function flashVersion() {
  try {
    // ok: plug-in-called-from-script
    return new ActiveXObject("ShockwaveFlash.ShockwaveFlash").GetVariable("$version");
  } catch (missing) {
    return "";
  }
}

function oldRequest() {
  var names = ["Msxml2.XMLHTTP.6.0", "Microsoft.XMLHTTP"];
  for (var i = 0; i < names.length; i++) {
    try {
      // ok: plug-in-called-from-script
      return new ActiveXObject(names[i]);
    } catch (missing) {
      continue;
    }
  }
}

function readers() {
  var devices = ["CareLedger.Scanner", "CareLedger.CardReader"];
  for (var i = 0; i < devices.length; i++) {
    // ruleid: plug-in-called-from-script
    start(new ActiveXObject(devices[i]));
  }
}
