class Coding {
    static final String SYSTEM = "http://www.ama-assn.org/go/cpt";
}
