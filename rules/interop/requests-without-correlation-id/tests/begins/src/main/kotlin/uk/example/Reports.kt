package uk.example

import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

@RestController
class Reports {
  @GetMapping("/reports")
  fun all(): List<String> = listOf()
}
