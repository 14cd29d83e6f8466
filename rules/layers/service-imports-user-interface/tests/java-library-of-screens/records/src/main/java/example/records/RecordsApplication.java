package example.records;

import example.screens.BedChooser;

@SpringBootApplication
public class RecordsApplication {
    public static void main(String[] args) {
        SpringApplication.run(RecordsApplication.class, args);
    }
}
