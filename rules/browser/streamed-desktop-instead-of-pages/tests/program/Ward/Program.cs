namespace Ward; public static class Program { public static void Main() { new System.Windows.Application().Run(); } }
