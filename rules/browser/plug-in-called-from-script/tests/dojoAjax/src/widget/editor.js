// ok: plug-in-called-from-script
var names = new ActiveXObject("DEGetBlockFmtNamesParam.DEGetBlockFmtNamesParam");
