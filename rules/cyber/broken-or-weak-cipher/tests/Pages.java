class Pages {
    void open() {
        // A size of something else.
        // ok: broken-or-weak-cipher
        buffer.initialize(1024);
    }
}
