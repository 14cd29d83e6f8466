class Ward {}
