password = random.choice(names)
