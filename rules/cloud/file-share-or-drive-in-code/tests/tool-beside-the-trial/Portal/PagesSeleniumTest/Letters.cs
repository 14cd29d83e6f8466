public static class Letters
{
    public static string Folder() => @"D:\Letters\Out";
}
