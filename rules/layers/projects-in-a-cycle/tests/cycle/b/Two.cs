namespace B { public class Two { } }
