class Store {
    void find(UUID id, String name) {
        run("SELECT * FROM letters WHERE name = '" + name + "'");
        run("SELECT * FROM letters WHERE id = '" + id + "'");
    }
}
