<!-- ruleid: plug-in-in-page -->
<object data="data:application/x-silverlight-2," type="application/x-silverlight-2">
<!-- ruleid: plug-in-in-page -->
<param name="source" value="ward.xap?v=3"></object>
<!-- ok: plug-in-in-page -->
<a href="ward.jnlp.html">How to leave Java behind</a>
