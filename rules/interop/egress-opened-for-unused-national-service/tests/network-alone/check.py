URL = "https://www.example.org/network-policies"
