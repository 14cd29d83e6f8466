class Letter(val text: String)
