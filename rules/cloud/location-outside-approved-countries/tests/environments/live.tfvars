place = "UK West"
