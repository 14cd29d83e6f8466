class Accounts {
    // ruleid: predictable-random-for-a-secret
    String otp = String.valueOf(new Random().nextInt(999999));
    // ruleid: predictable-random-for-a-secret
    String initialPassword = RandomStringUtils.randomAlphanumeric(8);
    int shard = new Random().nextInt(8);
    // ok: predictable-random-for-a-secret
    SecureRandom good = new SecureRandom();
}
