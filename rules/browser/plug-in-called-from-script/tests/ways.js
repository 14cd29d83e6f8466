if ("ActiveXObject" in window) {
  // ok: plug-in-called-from-script
  save(new ActiveXObject("Scripting.FileSystemObject"));
} else {
  download();
}
if (typeof ActiveXObject !== "undefined") {
  // ok: plug-in-called-from-script
  save(new ActiveXObject("Scripting.FileSystemObject"));
} else {
  download();
}
if (typeof ActiveXObject != "undefined") {
  // ok: plug-in-called-from-script
  save(new ActiveXObject("Scripting.FileSystemObject"));
} else {
  download();
}
