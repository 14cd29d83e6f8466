namespace Rules { public class Thing { } }
