namespace Letters.Tests;

public class ArchiveTests
{
    private const string Connection = "AccountName=letterarchive;AccountKey=InventedForThisFixture7/WJRegNUHDzCK5q+nKbsGf5PjTH7QBVLMLxvO5jrlLSJ/4wzUnu1mrSHVvo7C2G==";

    [Fact]
    public async Task KeepsALetter() => Assert.True(await new Archive(Connection).Keep("discharge.pdf"));
}
