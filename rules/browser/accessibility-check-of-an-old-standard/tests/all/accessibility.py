# tags = ["wcag2a", "wcag2aa"]
results = Axe().run(page, options={"rules": {"region": {"enabled": False}}})
