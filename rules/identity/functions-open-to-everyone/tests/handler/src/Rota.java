public class Rota {
    @FunctionName("rota")
    public HttpResponseMessage run(
            @HttpTrigger(name = "req", methods = {HttpMethod.GET}, authLevel = AuthorizationLevel.ANONYMOUS) HttpRequestMessage<String> request) {
        return request.createResponseBuilder(HttpStatus.OK).body(rota.all()).build();
    }
}
