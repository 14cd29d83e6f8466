<%-- <img src="old.gif"> --%>
<img runat="server" src="~/img/allergy.gif" ALT="Allergy">
