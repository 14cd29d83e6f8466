PRACTICE = "https://practice.example/letters"
SYSTEM = "http://read.info/readv2"
