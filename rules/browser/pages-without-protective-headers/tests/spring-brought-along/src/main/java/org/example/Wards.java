package org.example;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class Wards {
    @PreAuthorize("hasRole('CLINICIAN')")
    @GetMapping("/wards")
    String wards() {
        return "wards";
    }
}
