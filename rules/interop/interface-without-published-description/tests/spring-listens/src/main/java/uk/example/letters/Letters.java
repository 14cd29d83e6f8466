package uk.example.letters;

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
public class Letters {
    @RabbitListener(queues = "letters")
    public void send(String letter) {
        post.send(letter);
    }
}
