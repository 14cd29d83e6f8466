<%@ page import="java.sql.*" %>
<%
    PreparedStatement letters = connection.prepareStatement("select title from letter where clinic = ? and sent = 1");
    letters.setString(1, clinic);
    // was: "select title from letter where clinic = '" + clinic + "' and sent = 1"
%>
