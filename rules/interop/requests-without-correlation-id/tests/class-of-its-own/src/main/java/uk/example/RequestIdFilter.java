package uk.example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

public class RequestIdFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain) throws Exception {
    Marks.put(asked.getHeader("X-Request-ID"));
    chain.doFilter(asked, answer);
  }
}
