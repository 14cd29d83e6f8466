class BannerTest {
  /** HAZ-001 */
  @Test void showsName() {}
}
