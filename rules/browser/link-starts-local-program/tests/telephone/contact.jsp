<%-- <a href="wardphone://call/17">Ward</a> --%>
<a href="sip:ward17@example.org">Ward</a>
<a href="<%= phone %>:17">Ward</a>
