function have(name) {
  try {
    // ok: plug-in-called-from-script
    return !!new ActiveXObject("AcroPDF.PDF");
  } catch (missing) {
    return false;
  }
}

function save(text) {
  if (window.ActiveXObject) {
    // ok: plug-in-called-from-script
    new ActiveXObject("Scripting.FileSystemObject").CreateTextFile("ward.txt").Write(text);
  } else {
    link.href = URL.createObjectURL(new Blob([text]));
  }
}

function poll() {
  // ok: plug-in-called-from-script
  const frame = new ActiveXObject("htmlfile");
  frame.open();
}

function print() {
  if (window.ActiveXObject) {
    // ruleid: plug-in-called-from-script
    new ActiveXObject("Ward.Printer").Print();
  }
}
