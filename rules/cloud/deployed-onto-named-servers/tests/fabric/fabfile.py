from fabric.api import env

env.hosts = ["deploy@ward-app-01.trust.example"]
