class CreatePatients < ActiveRecord::Migration[7.1]
  def change
    create_table :patients do |t|
      # ruleid: nhs-number-stored-as-number
      t.bigint :nhs_number
      # ok: nhs-number-stored-as-number
      t.string :former_nhs_number
    end
  end
end
