class User < ApplicationRecord
  # ok: sign-in-by-basic-authentication
  devise :saml_authenticatable
end
