package records;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Controller {
    @GetMapping("/patients/{id}")
    Patient patient(@PathVariable String id) {
        return patients.byId(id);
    }
}
