<%-- ruleid: page-without-language --%>
<html lang="">
<body><form runat="server"></form></body>
</html>
