import org.springframework.security.crypto.keygen.KeyGenerators;

class Keys {
  byte[] salt() {
    return KeyGenerators.secureRandom().generateKey();
  }
}
