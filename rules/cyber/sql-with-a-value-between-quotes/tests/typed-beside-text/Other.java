class Other {
    void delete(UUID id) {
        run(id);
    }

    void deleteBy(String id) {
        run("DELETE FROM letters WHERE id = '" + id + "'");
    }
}
