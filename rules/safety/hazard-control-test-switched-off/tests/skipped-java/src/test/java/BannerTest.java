class BannerTest {
  @Disabled
  @Test void haz001() {}
}
