import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Accounts {
  String kept(String password) {
    return new BCryptPasswordEncoder().encode(password);
  }
}
