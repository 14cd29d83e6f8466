package example;

import org.springframework.web.client.RestTemplate;
import java.util.Map;

@RestController
public class Server {
    private final RestTemplate restTemplate = new RestTemplate();
    private final Map<String, String> settings = System.getenv();

    @GetMapping("/beds")
    public String beds() {
        return restTemplate.getForObject("https://pas.hospital.example/beds", String.class);
    }
}
