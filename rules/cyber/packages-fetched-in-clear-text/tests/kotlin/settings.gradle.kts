pluginManagement {
    repositories {
        maven {
            name = "wards"
            credentials { username = "build" }
            setUrl("http://packages.wards.example/maven2/")
        }
    }
}
