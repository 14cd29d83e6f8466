plugins { id("org.openapi.generator") version "7.10.0" }

data class Other(val name: String, val url: String) {
  val copy: String get() = "$projectDir/copies/$name-description.json"
}

val others = listOf(Other(name = "beds", url = "https://beds.example.nhs.uk/v3/api-docs"))

others.forEach { other ->
  tasks.register<GenerateTask>("model-of-${other.name}") {
    generatorName.set("kotlin")
    inputSpec.set(other.copy)
  }
}
