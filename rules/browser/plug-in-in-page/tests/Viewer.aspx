<%-- <applet code="Signature.class"></applet> --%>
<!-- ok: plug-in-in-page -->
<embed type="application/pdf" src="letter.pdf?file=chart.swf.pdf">
<!-- ok: plug-in-in-page -->
<script language="JavaScript" src="ward.js"></script>
<!-- ok: plug-in-in-page -->
<object data="ward.html" type="text/html"><param name="movie" value="ward.mp4"></object>
<!-- ruleid: plug-in-in-page -->
<asp:Silverlight runat="server" Source="~/ClientBin/ward.xap" />
