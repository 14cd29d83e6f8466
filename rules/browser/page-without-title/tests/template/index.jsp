<html lang="en"><head><meta charset="utf-8"></head><body><p>Ward</p></body></html>
