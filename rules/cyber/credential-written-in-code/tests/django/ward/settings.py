# SECRET_KEY = 'q7w-not-in-use-any-more-5(x)m2kz9&4h1d8s3j6f0g'
SECRET_KEY = 'k3x!z8q#w2m_v7n(p5r)t1y@u9e&a4s^d6f-g0h+j%c*b'
