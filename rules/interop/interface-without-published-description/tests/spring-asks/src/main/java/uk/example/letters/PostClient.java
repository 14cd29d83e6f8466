package uk.example.letters;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

@FeignClient(name = "post")
public interface PostClient {
    @GetMapping("/state")
    String state();
}
