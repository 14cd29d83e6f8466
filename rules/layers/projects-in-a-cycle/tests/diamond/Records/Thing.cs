namespace Records { public class Thing { } }
