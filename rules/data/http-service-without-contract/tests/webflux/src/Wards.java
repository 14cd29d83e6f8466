import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
class Wards {
    @GetMapping("/wards")
    Flux<String> wards() {
        return Flux.just("A");
    }
}
