package example.openapi;

public class DescribedApi {
    public String page() {
        return "index.html";
    }
}
