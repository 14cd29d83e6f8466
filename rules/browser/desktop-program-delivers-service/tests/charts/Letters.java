import org.springframework.web.bind.annotation.RestController;

@RestController
class Letters {
}
