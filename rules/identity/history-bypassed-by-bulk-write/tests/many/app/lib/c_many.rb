class ByMany
  def call
    @ward.bed_histories.recent.update_all(open: false)
  end
end
