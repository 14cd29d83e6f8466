SECRET_KEY = 'k3x!z8q#w2m_v7n(p5r)t1y@u9e&a4s^d6f-g0h+j%c*b'
