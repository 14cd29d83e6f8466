class Coding {
    static final String SYSTEM = "http://www.whocc.no/atc";
}
