class Letters {
  static final String FOLDER = "\\\\ux01\\letters";
}
