import jakarta.servlet.http.Cookie;

class Cookies {
    Cookie session(String id) {
        Cookie cookie = new Cookie("session", id);
        // ruleid: cookie-flags-switched-off
        cookie.setSecure(false);
        // ok: cookie-flags-switched-off
        cookie.setSecure(true);
        // ruleid: cookie-flags-switched-off
        serializer.setUseSecureCookie(false);
        // ruleid: cookie-flags-switched-off
        ResponseCookie.from("session", id).path("/").secure(false).build();
        return cookie;
    }
}
