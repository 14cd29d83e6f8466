package uk.example.letters;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
public class Letters {
    @RequestMapping("/letters")
    public List<Letter> all() {
        return letters.all();
    }
}
