import os

MADE_UP = "AccountName=fakeaccount;AccountKey=10JNCeFdAkxYSPI9H6b3Nh1/YY0VMucOIOKmZo3n9H6EZ+VG1T7I4qEle9slbJs+T7tJgUbvcDDL+VNyUtzOrQ=="
REPEATED = "AccountName=wardletters;AccountKey=aB1+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=="
GIVEN = f"AccountName=wardletters;AccountKey={os.environ['KEY']}"
