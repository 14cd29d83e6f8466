import aiohttp
from django.urls import path


async def letter(number):
    async with aiohttp.ClientSession() as session:
        return await session.get("https://letters.example.nhs.uk/" + number)
