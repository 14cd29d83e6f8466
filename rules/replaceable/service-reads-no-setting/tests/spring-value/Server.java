package example;

import org.springframework.web.client.RestTemplate;
import org.springframework.beans.factory.annotation.Value;

@RestController
public class Server {
    private final RestTemplate restTemplate = new RestTemplate();
    @Value(Names.HOST)
    private String host;

    @GetMapping("/beds")
    public String beds() {
        return restTemplate.getForObject("https://pas.hospital.example/beds", String.class);
    }
}
