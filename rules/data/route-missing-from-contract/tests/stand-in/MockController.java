@RestController
class MockController {
    @GetMapping("/wards")
    List<Ward> all() { return null; }

    @GetMapping("/wards/{id}")
    Ward one(String id) { return null; }

    @GetMapping("/wards-export")
    String export() { return null; }
}
