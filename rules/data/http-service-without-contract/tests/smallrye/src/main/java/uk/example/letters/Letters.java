package uk.example.letters;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Letters {
    @GetMapping("/letters")
    public List<Letter> all() {
        return letters.all();
    }
}
