<%@page import="java.util.List"%>
<jsp:useBean id="main" class="example.MainBean" scope="session" />
<%
  List<String> names = main.names();
  String[][] queries = {{"search_detail", "SELECT * FROM demographic WHERE demographic_no=?"}};
  main.configure(queries);
  pageContext.forward(main.target());
%>
