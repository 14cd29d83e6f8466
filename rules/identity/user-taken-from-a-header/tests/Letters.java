@RestController
class Letters {
    @GetMapping("/letters")
    // review: user-taken-from-a-header
    List<Letter> all(@RequestHeader("X-User-Id") String user) {
        return letters.of(user);
    }

    // ok: user-taken-from-a-header
    @GetMapping("/own") List<Letter> own(@AuthenticationPrincipal Jwt token) {
        return letters.of(token.getSubject());
    }

    String asker(HttpServletRequest request) {
        // review: user-taken-from-a-header
        return request.getHeader(Headers.X_USER_ID_HEADER);
    }

    String device(HttpServletRequest request) {
        // ok: user-taken-from-a-header
        return request.getHeader(USER_AGENT_HEADER);
    }
}
