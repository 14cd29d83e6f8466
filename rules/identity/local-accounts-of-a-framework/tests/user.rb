class User < ApplicationRecord
  # review: local-accounts-of-a-framework
  devise :database_authenticatable, :recoverable, :lockable
end

class Clinician < ApplicationRecord
  # ok: local-accounts-of-a-framework
  devise :saml_authenticatable, :timeoutable
end
