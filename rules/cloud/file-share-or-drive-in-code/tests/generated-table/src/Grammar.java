class Grammar {
  static final String ATN = "\\\u0309\u0001\u0000";
  static final String REST = "\\\\u0309\\u0001";
}
