dependencies {
  implementation("io.example:letters:3.1.0")
  testImplementation("org.testcontainers:localstack:1.21.4")
  testImplementation("com.amazonaws:aws-java-sdk-core:1.12.780")
}
