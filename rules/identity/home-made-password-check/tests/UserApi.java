interface UserApi {
    // ok: home-made-password-check
    public List<String> checkUserPassword(String plainPassword) throws ClientException;
}
