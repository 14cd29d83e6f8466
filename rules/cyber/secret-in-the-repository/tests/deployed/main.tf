provider "gitlab" {
  token = "glpat-8HlrwYMfvea9lkxwkkMx"
}
