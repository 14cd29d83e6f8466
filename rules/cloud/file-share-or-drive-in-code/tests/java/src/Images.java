class Images {
  static final String FOLDER = "D:\\PatientImages";
}
