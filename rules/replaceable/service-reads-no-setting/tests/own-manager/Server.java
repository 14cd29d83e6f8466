package example;

import org.springframework.web.client.RestTemplate;
import example.config.ConfigManager;

@RestController
public class Server {
    private final RestTemplate restTemplate = new RestTemplate();
    private final String host = ConfigManager.getConfiguration("pas");

    @GetMapping("/beds")
    public String beds() {
        return restTemplate.getForObject("https://pas.hospital.example/beds", String.class);
    }
}
