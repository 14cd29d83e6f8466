class Log {
    static final String URL = "https://http-intake.logs.us5.datadoghq.com/v1/input";
}
