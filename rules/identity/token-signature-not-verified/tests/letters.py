import jwt


def caller(request):
    token = request.META["HTTP_AUTHORIZATION"]
    # ruleid: token-signature-not-verified
    return jwt.decode(token, "", verify=False)["sub"]


def caller_of_today(token, key):
    # ok: token-signature-not-verified
    # return jwt.decode(token, verify=False)["sub"]
    return jwt.decode(token, key, algorithms=["RS256"])["sub"]
