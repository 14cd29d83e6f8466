class RenameForename < ActiveRecord::Migration[7.1]
  def change
    rename_column :patients, :forename, :given_name
    # rename_column :patients, :surname, :family_name
    rename_index :patients, "old", "new"
    add_column :patients, :title, :string
  end
end
