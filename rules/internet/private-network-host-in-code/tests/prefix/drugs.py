GUIDE = "http://pas.example/guide"
DRUGS = "http://nww.drugcheck.invalid/check"
