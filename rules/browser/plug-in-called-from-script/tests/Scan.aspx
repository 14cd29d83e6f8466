<script>
  // var files = new ActiveXObject("Scripting.FileSystemObject");
  // ruleid: plug-in-called-from-script
  var card = new ActiveXObject("SmartCard.Reader");
  // ok: plug-in-called-from-script
  var request = window.XMLHttpRequest ? new XMLHttpRequest() : new ActiveXObject("Msxml2.XMLHTTP");
</script>
