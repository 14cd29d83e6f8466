import aladdin.hasp
