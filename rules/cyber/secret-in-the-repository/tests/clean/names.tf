# The name of a key opens nothing without the secret that belongs to it.
locals {
  key_of_the_mailer = "AKIAPTG3ZJFEBZSDOXRL"
  commit            = "2f1d0cb7a4e0f6b2f7a1c3f5b9d8e7a6c5b4a392"
}
