<%
  //String old = "<script src='/page-libraries/jquery-1.4.4.min.js'></script>";
  /* String older = "<script src='/page-libraries/jquery-1.2.6.min.js'></script>"; */
  // ruleid: script-past-support-in-page
  String now = "<script src='/page-libraries/jquery-1.8.2.min.js'></script>";
%>
<%-- <script src="/page-libraries/jquery-1.9.1.min.js"></script> --%>
