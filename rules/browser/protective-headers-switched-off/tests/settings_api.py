# an API without sessions has no pages to frame
# ok: protective-headers-switched-off
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
