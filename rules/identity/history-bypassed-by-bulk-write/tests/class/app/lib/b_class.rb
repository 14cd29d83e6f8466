class ByClass
  def call
    BedHistory.where(id: ids).delete_all
  end
end
