package org.example;

import org.springframework.boot.SpringApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class MessageApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(MessageApplication.class, arguments);
  }

  @GetMapping("/api/sent")
  public String sent() {
    return "[]";
  }
}
