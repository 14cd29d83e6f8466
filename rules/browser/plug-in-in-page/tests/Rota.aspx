<!-- ok: plug-in-in-page -->
<script language="VBScript" runat="server">
Sub Page_Load() : End Sub
</script>
<!-- ok: plug-in-in-page -->
<object classid="clsid:ADB880A6-D8FF-11CF-9377-00AA003B7A11" id="hhctrl"></object>
<!-- ruleid: plug-in-in-page -->
<script language="VBScript">MsgBox "x"</script>
