public class Letters extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: sql-made-of-a-request
        ResultSet found = statement.executeQuery("select * from letter where ward = '" + request.getParameter("ward") + "'");
    }
}
