environment = "teaching"
