package uk.example

import org.springframework.boot.web.servlet.support.SpringBootServletInitializer

class Program : SpringBootServletInitializer()
