FOLDER = r"\\srv-files01\Letters"
