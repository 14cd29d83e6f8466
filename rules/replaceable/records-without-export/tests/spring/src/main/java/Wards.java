import org.springframework.web.bind.annotation.*;

@RestController
class Wards {
    @GetMapping("/prescriptions/{id}")
    String one() { return ""; }
}
