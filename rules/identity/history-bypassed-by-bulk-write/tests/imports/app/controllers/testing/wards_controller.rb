class WardsController < ApplicationController
  def clear
    Ward.where(id: ids).delete_all
  end
end
