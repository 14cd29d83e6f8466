def sign_out_everywhere(token)
  header = JWT.decode(token, nil, false).second
  return if header["alg"] != "RS256"

  JWT.decode(token, nil, true, algorithms: ["RS256"], jwks: keys).first
end

def named_first(token)
  issuer = JWT.decode(token, nil, false).first["iss"]
  JWT.decode(token, keys.fetch(issuer), true, algorithms: ["RS256"])
end

def key_of(token)
  # ok: token-signature-not-verified
  keys.fetch(JWT.decode(token, nil, false).last["kid"])
end

def believed(request)
  token = request.headers["Authorization"]
  # ruleid: token-signature-not-verified
  JWT.decode(token, nil, false).first["sub"]
end
