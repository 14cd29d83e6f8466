class Numbers {
    static final List<String> NHS_NUMBERS = List.of("9990000018", "3150001048");
    static final List<String> TELEPHONES = List.of("3150001056");
}
