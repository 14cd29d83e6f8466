interface UserApi {
    // ok: home-made-password-check
    public List<String> checkUserPassword(String plainPassword) throws ClientException;
}

class UserClient {
    // ok: home-made-password-check
    public synchronized List<String> checkUserPassword(String plainPassword) throws ClientException {
        return api().checkUserPassword(plainPassword);
    }
}
