package org.example;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Wards {
    @GetMapping("/wards")
    String wards() {
        return "wards";
    }
}
