{
  "id": "theatres",
  "realm": "theatres",
  "enabled": true,
  "keycloakVersion": "24.0.4",
  "clients": [
    {
      "clientId": "theatre-lists",
      "rootUrl": "https://${host}"
    }
  ],
  "components": {
    "org.keycloak.keys.KeyProvider": [
      {
        "name": "rsa-enc-generated",
        "providerId": "rsa-enc-generated",
        "config": {
          "keyUse": ["ENC"],
          "privateKey": ["MIIEpAIBAAKCAQEAInventedForThisFixture+jtwLGfb+emt5O3s3HKEDHmSgNOd53h9X65jc8QHv2K1eWqEre7krgG3gVzjahY5XhePH7T98DQZ06ei7vwzBG3NO64c7/engZcT5IR52K+5zUg0HqNYT+/rp2DYy9mYyRyzsA0u06qMjcbEkVTIXA1VAsn6Nh9bruj97hKnQy/RWCJGCkDWfSEUyo4bfWmDjATxYQUN+yzBEuDCrKgd2BsoFEovYBXK7GlynqefpvxiGUr44z+ncYzJwK7zXKwl3muXWTTIGs6et9Opm+q6To+RqZJ0Duz5PNAyYYlQ40LVDPup89ABj9tIIlff7NSdDek9jFNaNvRTReVdTsk5ovkDWowcUUEN/s5olLFOtM4s6dEATNRHzDLQfNeK/zetMVIEnlC6XFX3jqwphxci8s0gXB1XSahbIdYQqKka5m+qus7un9qimlDXBGzeUz7Jm11DQdCVLpt8059iwXECeoLnkuQYSiNW31kR6+eooHXZV6AyOi6PSNcrs0YTGHQQHfEAHycAMrGNlMIQoyJkMloYWBQakn4wi/hZkrIjPZ8ggSt8d7emRcVvgD7K9CLK8/Dg3GX4wWpSiJ8wgwW424zQbLkxtp4vP5pWXKmLHYGjEv3B7W0tpqqPK4yLyojoaxD4NDI8Wh5pDqDlqZI9qRqBQ6KE53MmVV25EqAh7YpBSe4ExiRgmd7qilxo9FjVug3W1xfXVODvK7qqUANINFhAVevFaG4mO4/jcCbAXitZgL3xp/++5AfkFN"],
          "algorithm": ["RSA-OAEP"]
        }
      }
    ]
  }
}
