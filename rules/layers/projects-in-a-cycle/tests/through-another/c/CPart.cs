namespace C { public class CPart { } }
