namespace Api { public class Thing { } }
