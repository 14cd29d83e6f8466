<script src="../jgrid/jquery-1.3.2.min.js"></script>
<script src="<%=request.getContextPath() %>/jgrid/jquery-1.7.1.min.js"></script>
<script src="<@hst.webfile path="/jgrid/jquery-2.1.0.min.js"/>"></script>
