// ruleid: plug-in-called-from-script
const fs = new window.ActiveXObject("Scripting.FileSystemObject");
// ruleid: plug-in-called-from-script
Silverlight.createObject("ward.xap", host, "ward");
// ruleid: plug-in-called-from-script
Silverlight.createObjectEx({ source: "ward.xap" });
// ruleid: plug-in-called-from-script
deployJava.runApplet({ code: "Sign.class" }, {}, "1.8");
// ruleid: plug-in-called-from-script
deployJava.launchWebStartApplication("rota.jnlp");
