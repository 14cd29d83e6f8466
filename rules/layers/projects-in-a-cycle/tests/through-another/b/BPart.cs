namespace B { public class BPart { } }
