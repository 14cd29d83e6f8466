class Atc {
    void take(Terminologies all) {
        all.importCodeSystem(read("https://www.whocc.no/atc"));
    }
}
