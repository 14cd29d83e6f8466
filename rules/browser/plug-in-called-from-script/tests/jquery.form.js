var x = new ActiveXObject("Scripting.FileSystemObject");
