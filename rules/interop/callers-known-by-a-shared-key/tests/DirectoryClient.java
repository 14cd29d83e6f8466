class DirectoryClient {
    // What this program sends on; the directory may refuse it.
    Answer find(Outgoing request) {
        if (request.getHeader("X-API-KEY") == null) {
            request.setHeader("X-API-KEY", secrets.key("directory"));
        }
        Answer answer = send(request);
        if (answer.status() == 401) {
            throw new Refused("directory");
        }
        return answer;
    }
}
