namespace A { public class APart { } }
