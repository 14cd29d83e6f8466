repositories {
    maven("http://plugins.letters.example/release")
}
