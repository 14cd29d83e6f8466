// Run by cscript when a release is made: no page is near.
// ok: plug-in-called-from-script
var files = new ActiveXObject("Scripting.FileSystemObject");
WScript.Echo(files.GetFolder(".").Size);
