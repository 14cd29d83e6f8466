LETTERS = "https://letters.blob.core.windows.net/out?sv=2024-11-04&ss=b&srt=co&sp=rwl&se=2031-01-01T00:00:00Z&spr=https&sig=XoIIXGvOoNZYW2mZp0zVZomHFwUbbYrEqmSM9wCZ7%2BUw%3D"
