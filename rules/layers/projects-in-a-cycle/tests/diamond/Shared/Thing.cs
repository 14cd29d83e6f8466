namespace Shared { public class Thing { } }
