class First < ActiveRecord::Migration[8.0]
  def change
    # review: national-register-kept-locally
    create_table :gp_practices do |t|
      t.string :name
    end
    # ok: national-register-kept-locally
    create_table :referrals do |t|
      t.string :gp_practice_code
    end
  end
end
