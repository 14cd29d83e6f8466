class Nurse < ApplicationRecord
  if Settings.national_sign_in.enabled
    devise :omniauthable, :timeoutable, omniauth_providers: %i[national]
  else
    # ok: local-accounts-of-a-framework
    devise :database_authenticatable, :timeoutable
  end
end

class Porter < ApplicationRecord
  unless Rails.env.production?
    # ok: local-accounts-of-a-framework
    devise :database_authenticatable
  end
end

class Clerk < ApplicationRecord
  if Settings.lockouts.enabled
    # review: local-accounts-of-a-framework
    devise :database_authenticatable, :lockable
  else
    # review: local-accounts-of-a-framework
    devise :database_authenticatable
  end
end

class Doctor < ApplicationRecord
  if Settings.national_sign_in.enabled
    devise :omniauthable
  end

  # review: local-accounts-of-a-framework
  devise :database_authenticatable
end

class Matron < ApplicationRecord
  if Settings.national_sign_in.enabled
    # review: local-accounts-of-a-framework
    devise :omniauthable, :database_authenticatable
  else
    devise :timeoutable
  end
end

class Surgeon < ApplicationRecord
  if Settings.national_sign_in.enabled
    # review: local-accounts-of-a-framework
    devise :database_authenticatable
    devise :omniauthable
  else
    # ok: local-accounts-of-a-framework
    devise :database_authenticatable
  end
end
