<%@page import="java.util.List"%>
<% List<String> beds = main.query("SELECT name FROM beds WHERE ward = 1"); %>
<table><% for (String bed : beds) { %><tr><td><%= bed %></td></tr><% } %></table>
