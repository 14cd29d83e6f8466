from Crypto.Cipher import AES, DES
from cryptography.hazmat.primitives.ciphers import algorithms, modes

# ruleid: broken-or-weak-cipher
old = DES.new(key, DES.MODE_CBC, iv)
# ruleid: broken-or-weak-cipher
book = AES.new(key, AES.MODE_ECB)
# ruleid: broken-or-weak-cipher
same = AES.new(key, AES.MODE_CBC, b"0123456789abcdef")
# ruleid: broken-or-weak-cipher
stream = Cipher(algorithms.ARC4(key), mode=None)
# ruleid: broken-or-weak-cipher
short = rsa.generate_private_key(public_exponent=65537, key_size=1024)
long = rsa.generate_private_key(public_exponent=65537, key_size=3072)
fresh = AES.new(key, AES.MODE_CBC, os.urandom(16))
# ok: broken-or-weak-cipher
good = AES.new(key, AES.MODE_GCM)
