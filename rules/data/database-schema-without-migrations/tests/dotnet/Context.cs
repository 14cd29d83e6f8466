public class Context : DbContext {}
