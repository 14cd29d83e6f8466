package example;

import org.springframework.web.client.RestTemplate;
import org.springframework.core.env.Environment;

@RestController
public class Server {
    private final RestTemplate restTemplate = new RestTemplate();
    private final Environment environment;

    @GetMapping("/beds")
    public String beds() {
        return restTemplate.getForObject("https://pas.hospital.example/beds", String.class);
    }
}
