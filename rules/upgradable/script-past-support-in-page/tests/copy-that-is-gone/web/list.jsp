<p>list</p>
<p>list</p>
<script src="<%=request.getContextPath() %>/jkept/jquery-1.8.0.min.js"></script>
<script src="https://code.example/jgrid/jquery-1.9.0.min.js"></script>
