class User < ApplicationRecord
  # ruleid: record-goes-with-its-author
  has_many :prescriptions, foreign_key: :prescribed_by_id, dependent: :destroy
  # ok: record-goes-with-its-author
  has_many :notes, foreign_key: :created_by_id, dependent: :restrict_with_error
  # ok: record-goes-with-its-author
  has_many :sessions, dependent: :destroy
end
