public class Bound extends HttpServlet {
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // ok: sql-made-of-a-request
        PreparedStatement statement = connection.prepareStatement("select * from letter where ward = ?");
        statement.setString(1, request.getParameter("ward"));
    }
}
