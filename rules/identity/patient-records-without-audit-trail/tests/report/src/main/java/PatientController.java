import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PatientController {
    @GetMapping("/patients/{id}")
    Patient one(@PathVariable String id) {
        return store.find(id);
    }
}
