class Coding {
    static final String SYSTEM = "http://read.info/ctv3";
}
