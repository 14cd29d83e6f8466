class Store {
    void find(LocalDate from, String name) {
        run("SELECT * FROM letters WHERE name = '" + name + "' AND made = '" + from + "'");
    }
}
