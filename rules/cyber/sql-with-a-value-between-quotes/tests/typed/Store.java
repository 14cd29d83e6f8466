class Store {
    void delete(UUID id, String table) {
        run("DELETE FROM letters WHERE letter_id = '" + id + "'");
    }

    void touch(String table,
               UUID id) {
        run("UPDATE letters SET read = TRUE WHERE letter_id = '" + id.toString() + "' ");
    }
}
