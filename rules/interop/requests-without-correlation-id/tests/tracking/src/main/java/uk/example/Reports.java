package uk.example;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Reports {
    @PostMapping("/report")
    public String report(Header header) {
        return header.getTrackingId();
    }
}
