from aiohttp import web


async def letter(request):
    return web.json_response({"letter": 1})


app = web.Application()
app.router.add_get("/letters", letter)
web.run_app(app)
