package uk.example.letters;

import javax.servlet.http.HttpServlet;

public class SwaggerBootstrap extends HttpServlet {
}
