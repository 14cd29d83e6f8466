public partial class First : Migration {}
