letters()
