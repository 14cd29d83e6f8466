namespace A { public class One { } }
