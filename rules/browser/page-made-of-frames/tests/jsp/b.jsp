<%@ page contentType="text/html" %>
<frameset cols="<%= width %>,*"></frameset>
