class ByOne
  def call
    @bed_history.update_column(:open, false)
  end
end
