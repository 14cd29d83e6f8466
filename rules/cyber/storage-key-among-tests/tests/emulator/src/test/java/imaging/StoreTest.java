package imaging;

class StoreTest {
    private static final String EMULATOR = "UseDevelopmentStorage=true";
    private static final String GIVEN = "DefaultEndpointsProtocol=https;AccountName=scansdev;AccountKey=" + System.getenv("SCANS_KEY");

    @Test
    void keeps() {
        assertTrue(new Store(EMULATOR).keep("chest.dcm"));
    }
}
