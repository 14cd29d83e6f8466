#!/bin/sh
curl -H "Authorization: token ghp_0gqn87b1PZqZrmktsO3U9224xf2MvQyGplpE" https://api.example.nhs.uk
