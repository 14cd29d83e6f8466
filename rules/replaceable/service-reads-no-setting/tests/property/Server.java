package example;

import org.springframework.web.client.RestTemplate;

@RestController
public class Server {
    private final RestTemplate restTemplate = new RestTemplate();
    private final String host = System.getProperty("pas.host");

    @GetMapping("/beds")
    public String beds() {
        return restTemplate.getForObject("https://pas.hospital.example/beds", String.class);
    }
}
