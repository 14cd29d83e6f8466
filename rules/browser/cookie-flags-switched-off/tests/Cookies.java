import jakarta.servlet.http.Cookie;

class Cookies {
    Cookie session(String id) {
        Cookie cookie = new Cookie("session", id);
        // ruleid: cookie-flags-switched-off
        cookie.setSecure(false);
        return cookie;
    }
}
