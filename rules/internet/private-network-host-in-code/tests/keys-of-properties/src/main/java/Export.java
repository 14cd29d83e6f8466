class Export {
    static final String P_WARD_BASE_LOCAL = "ward.base.local";

    String viewer() {
        return preferences().getProperty("ward.viewer.local", null);
    }

    Socket connect() {
        return new Socket(preferences().getProperty("ward.host", "pacs.trust.local"), 104);
    }
}
