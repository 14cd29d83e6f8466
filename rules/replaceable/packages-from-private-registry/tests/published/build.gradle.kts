publishing {
  repositories {
    maven {
      url = uri("https://nexus.supplier.example/repository/releases")
    }
  }
}

repositories {
  mavenCentral()
}
